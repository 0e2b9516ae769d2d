using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Hosting.Logging;

/// <summary>Loggers that write JSON lines from Information on. Filters, providers and options are not needed in a function and cost its start.</summary>
public sealed class JsonLoggerFactory(JsonLines lines) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new JsonLogger(lines, categoryName);

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("A function logs JSON lines to its standard output and nowhere else.");

    public void Dispose()
    {
        // nothing is held
    }
}
