using BlueGreenServerless.Engine.Journals;

namespace BlueGreenServerless.Engine.Running;

/// <summary>What every execution of an engine works with.</summary>
/// <param name="Stopping">Cancelled when executions shall stop at their next state boundary.</param>
/// <param name="Cut">Cancelled when they shall end right now, as if the process were killed.</param>
internal sealed record EngineParts(
    EngineOptions Options,
    JournalWriter Writer,
    Activity Activity,
    TokenDesk Tokens,
    IChildExecutions Children,
    CancellationToken Stopping,
    CancellationToken Cut)
{
    public DateTimeOffset Now => Options.Time.GetUtcNow();
}
