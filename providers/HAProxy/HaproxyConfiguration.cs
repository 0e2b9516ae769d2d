using System.Security.Cryptography;
using System.Text;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>A rendered configuration file.</summary>
/// <param name="Text">
/// The file. Where the statistics page has a password, <see cref="PasswordPlace"/> stands for it: the secret is put in on HAProxy's
/// machine, at the moment the file is written.
/// </param>
/// <param name="Digest">16 hexadecimal digits over the text. HAProxy shows them in <c>show info</c>, so it can be asked which file it runs.</param>
public sealed record HaproxyConfiguration(string Text, string Digest)
{
    public const string PasswordPlace = "@STATS_PASSWORD@";

    /// <summary>The line of the map that holds the percentage of green.</summary>
    public const string SplitKey = "green_pct";

    /// <summary>Name of the table that counts answers per colour.</summary>
    public const string AnswersTable = "bluegreen_answers";

    /// <summary>How a file that we wrote begins.</summary>
    internal const string FirstWords = "# Written by bluegreen.";

    internal const string DescriptionPrefix = "bluegreen-";

    /// <summary>Renders the configuration. A pure function: the same options give the same text.</summary>
    /// <exception cref="Failures.InvalidRequestException">The options cannot be used; the message lists every fault.</exception>
    public static HaproxyConfiguration Render(HaproxyOptions options)
    {
        options.Checked();
        string[] sections =
        [
            HaproxyGlobalSection.Render(options),
            HaproxyFrontendSection.Render(options),
            HaproxyBackendSections.Render(options),
            HaproxyStatsSection.Render(options),
        ];
        var body = string.Concat(sections);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..16];
        return new HaproxyConfiguration(Head(digest) + body, digest);
    }

    private static string Head(string digest) =>
        $"""
        {FirstWords} Changes made here by hand are replaced when the configuration is next applied.
        global
            description {DescriptionPrefix}{digest}

        """;
}
