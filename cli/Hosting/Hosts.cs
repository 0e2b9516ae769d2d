using BlueGreenServerless.Cli.Aws;
using BlueGreenServerless.Failures;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>The hosts that there are.</summary>
internal static class Hosts
{
    public const string Local = "local";
    public const string Aws = "aws";

    public static IReadOnlyList<string> Names { get; } = [Local, Aws];

    /// <param name="file">The user's file, beside which this machine keeps its state.</param>
    /// <exception cref="InvalidRequestException">There is no such host.</exception>
    public static Task<IReleaseHost> OpenAsync(HostChoice choice, string file, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken) => choice.Engine switch
    {
        Local => Task.FromResult<IReleaseHost>(new OneMachineHost(StateDirectory.Open(choice.State, file), time, logs)),
        Aws => AwsHost.OpenAsync(choice, time, logs, cancellationToken),
        _ => throw new InvalidRequestException(
            $"There is no engine '{choice.Engine}'. Allowed are {string.Join(", ", Names)}. Correct --engine or BLUEGREEN_ENGINE."),
    };
}
