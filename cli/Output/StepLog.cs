using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Cli.Output;

/// <summary>What the steps log, for whoever wants to know more than what happened.</summary>
internal static class StepLog
{
    public static ILoggerFactory For(bool verbose) => LoggerFactory.Create(logging =>
    {
        if (verbose)
        {
            logging.SetMinimumLevel(LogLevel.Debug).AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss.fff "));
            logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    });
}
