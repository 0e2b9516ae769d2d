namespace BlueGreenServerless.SecretSearch.Tests;

/// <summary>The search finds what it is there to find, and nothing else.</summary>
public sealed class PlantedSecrets
{
    /// <summary>Each way to leak, and what the line that reports it begins and ends with.</summary>
    private static readonly (string Leak, string Place, string Name)[] Leaks =
    [
        ("log", "the file /", "/state/shop/release.log"),
        ("encoded", "the file /", "/state/shop/headers.log"),
        ("wrong-file", "the file /", "/state/shop/ovh.conf"),
        ("environment", "the file /", "/state/shop/shop.env"),
        ("configuration", "the file /", "/state/shop/haproxy.cfg"),
        ("journal", "the file /", "/journal.db-wal"),
        ("document", "a request: PUT /state/shop/releases/shop-2.json", ""),
        ("line", "the log of a function: ", ""),
        ("key", "the file /", "/copy"),
        ("request", "a request: GET /?applicationSecret=", ""),
        ("error", "the message of BlueGreenServerless.Failures.ProviderRefusedException: OVH does not take", ""),
        ("command-line", "the command line of process ", ""),
        ("output", "the output leaker.log: the token is dop_v1_", ""),
        ("left", "the file /", "/left/left-behind"),
    ];

    [Fact]
    public async Task A_leak_is_found_wherever_it_is()
    {
        var (code, said) = await SearchedRun.OfAsync([.. Leaks.Select(leak => leak.Leak)], noticed: 11);

        Assert.Equal(1, code);
        var lines = said.Split('\n');
        Assert.All(Leaks, leak => Assert.Contains(
            lines, line => line.StartsWith("  SECRET in " + leak.Place, StringComparison.Ordinal) && line.EndsWith(leak.Name, StringComparison.Ordinal)));
        Assert.Contains($" lines of output searched, {lines.Count(line => line.StartsWith("  SECRET in ", StringComparison.Ordinal))} found", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_secrets_belong_and_where_there_are_none_nothing_is_found()
    {
        var (code, said) = await SearchedRun.OfAsync(["nothing", "right-file"], noticed: 0);

        Assert.True(code == 0, said);
        Assert.Matches("secrets: [1-9][0-9]* marked values, 2 files, [1-9][0-9]* requests, 0 outputs and logs, [0-9,]+ errors, [1-9][0-9,]* command lines, [1-9][0-9,]* looks at the process list, 0 lines of output searched, 0 found", said);
    }
}
