using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlueGreenServerless.Engine;

/// <summary>What an engine works with.</summary>
public sealed record EngineOptions
{
    /// <summary>The SQLite file that holds every execution; made when missing. A folder <c>{file}.d</c> beside it holds the owners' locks.</summary>
    public required string JournalPath { get; init; }

    /// <summary>The state machines that can be started. An execution that is resumed uses the definition it was started with.</summary>
    public required IReadOnlyCollection<StateMachineDefinition> Definitions { get; init; }

    public required IFunctionHost Functions { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Identifiers: task tokens, names of executions that got none, States.UUID, this engine as an owner.</summary>
    public Func<Guid> NewId { get; init; } = static () => new Guid(RandomNumberGenerator.GetBytes(16));

    /// <summary>Random numbers from 0 to below 1: jitter and States.MathRandom.</summary>
    public Func<double> NextRandom { get; init; } = static () => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;

    /// <summary>How often requests of other processes (stop, task results) are looked for, in real time.</summary>
    public TimeSpan SignalInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Is told machine and name of every execution that this engine begins to run: started from outside, by another one, or resumed.</summary>
    public Action<string, string> Began { get; init; } = static (_, _) => { };

    /// <summary>Is called after every durable commit, before anything hears of it: where a test kills the process.</summary>
    internal Action Committed { get; init; } = static () => { };
}
