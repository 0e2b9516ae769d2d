using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Hosting.Logging;

internal sealed class JsonLogger(JsonLines lines, string category) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => lines.Scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lines.Write(logLevel, category, formatter(state, exception), state as IEnumerable<KeyValuePair<string, object?>> ?? [], exception);
        }
    }
}
