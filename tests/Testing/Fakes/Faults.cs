using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>What goes wrong in a fake, call by call: before its effect, or after it, so that the caller does not learn of it.</summary>
public sealed class Faults(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<PlannedFault> planned = [];

    /// <summary>How long every call takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Names of all calls, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <param name="call">Name of the method without Async; null for any.</param>
    public void FailNext(string? call = null, int times = 1, Func<Exception>? with = null, bool afterEffect = false)
    {
        lock (gate)
        {
            planned.AddRange(Enumerable.Range(0, times).Select(_ => new PlannedFault(call, afterEffect, with ?? Unavailable)));
        }
    }

    /// <summary>Runs the effect of a call with what was planned for it.</summary>
    public async Task<T> AroundAsync<T>(string call, Func<T> effect, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency, time, cancellationToken);
        }

        lock (gate)
        {
            Calls.Add(call);
            var fault = planned.FirstOrDefault(one => one.Call is null || one.Call == call);
            if (fault is not null)
            {
                planned.Remove(fault);
            }

            if (fault is { AfterEffect: false })
            {
                throw fault.Make();
            }

            var result = effect();
            return fault is null ? result : throw fault.Make();
        }
    }

    public Task AroundAsync(string call, Action effect, CancellationToken cancellationToken) =>
        AroundAsync(
            call,
            () =>
            {
                effect();
                return true;
            },
            cancellationToken);

    private static ProviderUnavailableException Unavailable() => new("The provider 'fake' did not answer.");
}
