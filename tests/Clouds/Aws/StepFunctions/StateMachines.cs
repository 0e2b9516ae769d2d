using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Clouds.Aws.StepFunctions;

/// <summary>The state machines of the account and the engine that runs them.</summary>
internal sealed record StateMachines(EmbeddedEngine Engine, IReadOnlyCollection<StateMachineDefinition> Definitions, DateTimeOffset Created);
