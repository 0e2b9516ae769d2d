using Polly;
using Polly.Retry;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>
/// What is tried again, and when. OVH documents no limits of calls and no Retry-After, so both are heeded where they appear.
/// <code>
/// too many requests (429)                   tried again: nothing was done
/// 5xx, timed out, connection lost           tried again when the call may be repeated
/// wants to be left alone for over 30 s      given up: whoever called decides
/// </code>
/// </summary>
internal static class OvhRetry
{
    public const int Retries = 4;

    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    public static ResiliencePipeline<OvhAnswer> Pipeline(bool mayRepeat, TimeProvider time) =>
        new ResiliencePipelineBuilder<OvhAnswer> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<OvhAnswer>
        {
            MaxRetryAttempts = Retries,
            Delay = First,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            MaxDelay = LongestWait,
            ShouldHandle = attempt => ValueTask.FromResult(Handles(attempt.Outcome, mayRepeat)),
            DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter),
        }).Build();

    private static bool Handles(Outcome<OvhAnswer> outcome, bool mayRepeat) => outcome switch
    {
        { Result: { RetryAfter: { } wait } } when wait > LongestWait => false,
        { Result: { } answer } => answer.IsThrottled || (mayRepeat && answer.IsPassing),
        { Exception: { } fault } => mayRepeat && OvhTransport.IsOfNetwork(fault),
        _ => false,
    };
}
