using BlueGreenServerless.Failures;
using Polly;
using Polly.Retry;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>
/// Repeats calls:
/// <code>
/// refused because of the limit    every call: nothing was done
/// broken, or no answer            only calls that may be repeated: it may have been done
/// </code>
/// A wait that the API asks for is kept; one that is too long ends the repetition.
/// </summary>
internal sealed class CallRetries(DigitalOceanPlace place, TimeProvider time)
{
    private const int Attempts = 3;

    private readonly ResiliencePipeline<ApiAnswer> repeatable = Build(place, time, answer => answer.IsThrottled || answer.IsBroken, everyFault: true);
    private readonly ResiliencePipeline<ApiAnswer> once = Build(place, time, answer => answer.IsThrottled, everyFault: false);

    public ValueTask<ApiAnswer> RunAsync(bool mayBeRepeated, Func<CancellationToken, ValueTask<ApiAnswer>> call, CancellationToken cancellationToken) =>
        (mayBeRepeated ? repeatable : once).ExecuteAsync(call, cancellationToken);

    private static ResiliencePipeline<ApiAnswer> Build(DigitalOceanPlace place, TimeProvider time, Func<ApiAnswer, bool> passes, bool everyFault)
    {
        TimeSpan? WaitFor(ApiAnswer? answer, int attempt)
        {
            var pause = place.Pause * (1 << attempt);
            return answer is { IsThrottled: true } ? answer.Limits.WaitAt(time.GetUtcNow(), pause) : pause;
        }

        var builder = new ResiliencePipelineBuilder<ApiAnswer> { TimeProvider = time };
        return builder.AddRetry(new RetryStrategyOptions<ApiAnswer>
        {
            MaxRetryAttempts = Attempts,
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Result is { } answer ? passes(answer) && WaitFor(answer, arguments.AttemptNumber) is not null
                : everyFault && arguments.Outcome.Exception is ProviderUnavailableException),
            DelayGenerator = arguments => ValueTask.FromResult(WaitFor(arguments.Outcome.Result, arguments.AttemptNumber)),
        }).Build();
    }
}
