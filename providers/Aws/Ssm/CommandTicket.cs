using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>What has to be known to poll a command from another process: its id at AWS, how many nodes it has to reach, and when it was sent.</summary>
/// <param name="CommandId">As SendCommand gave it.</param>
/// <param name="Expected">Number of nodes that must all succeed.</param>
internal sealed record CommandTicket(string CommandId, int Expected, DateTimeOffset SentAt)
{
    private const int MaxComment = 100;

    public override string ToString() => $"{CommandId}:{Expected}:{SentAt.ToUnixTimeSeconds()}";

    /// <returns>Null for what is no ticket.</returns>
    public static CommandTicket? Parse(string text) =>
        text.Split(':') is [var id, var expected, var sent]
        && int.TryParse(expected, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new CommandTicket(id, count, DateTimeOffset.FromUnixTimeSeconds(seconds)) : null;

    /// <summary>The comment by which a command is found again, since SendCommand knows no idempotency token.</summary>
    public static string Comment(string commandId, int expected)
    {
        var comment = $"{Mark(commandId)} n={expected} {commandId}";
        return comment.Length <= MaxComment ? comment : comment[..MaxComment];
    }

    public static bool IsOf(string commandId, string? comment) => comment?.StartsWith(Mark(commandId) + " ", StringComparison.Ordinal) == true;

    /// <summary>How many nodes the command of a comment has to reach.</summary>
    public static int? ExpectedIn(string comment) =>
        comment.Split(' ') is [_, _, var count, ..] && count.StartsWith("n=", StringComparison.Ordinal)
        && int.TryParse(count.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var expected) ? expected : null;

    private static string Mark(string commandId) => $"bluegreen {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commandId)))[..24]}";
}
