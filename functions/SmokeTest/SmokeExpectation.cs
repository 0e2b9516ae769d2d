using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.SmokeTest;

/// <summary>Compares an answer with what was expected.</summary>
internal static class SmokeExpectation
{
    public const string NoPreview =
        "The load balancer has no way to reach a colour without traffic (preview). Configure a preview address for the target, or remove the smoke tests.";

    private const int HeadLength = 120;

    public static string? Fill(string? text, ReleaseHeader header) => text?
        .Replace("{{version}}", header.Version, StringComparison.Ordinal)
        .Replace("{{release}}", header.Id, StringComparison.Ordinal);

    /// <summary>What is wrong with the answer, with its evidence; null when nothing is.</summary>
    public static string? Fault(SmokeCheck check, string? contains, Uri uri, ProbeAnswer answer) => answer switch
    {
        { Status: null } => $"'{uri}' did not answer: {answer.Error}. Expected is status {check.Expect} within '{Durations.Of(check.Timeout)}'.",
        _ when answer.Status != check.Expect => $"'{uri}' answered status '{answer.Status}', expected is {check.Expect}. {Body(answer)}",
        _ when contains is not null && !answer.Body.Contains(contains, StringComparison.Ordinal) =>
            $"'{uri}' answered status {answer.Status}, but the body does not contain '{contains}'. {Body(answer)}",
        _ => null,
    };

    private static string Body(ProbeAnswer answer)
    {
        var head = answer.Body.Length > HeadLength ? answer.Body[..HeadLength] + "…" : answer.Body;
        return answer.Body.Length == 0 ? "The body is empty." : $"The body begins: {string.Concat(head.Select(sign => char.IsControl(sign) ? ' ' : sign))}";
    }
}
