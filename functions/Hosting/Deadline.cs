using Amazon.Lambda.Core;

namespace BlueGreenServerless.Functions.Hosting;

/// <summary>The end of a function's time, a second early, so that what went on is said before the runtime cuts it.</summary>
internal static class Deadline
{
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(1);

    public static CancellationTokenSource Of(ILambdaContext context, TimeProvider time)
    {
        var left = context.RemainingTime - _margin;
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), time);
    }
}
