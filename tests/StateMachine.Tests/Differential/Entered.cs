namespace BlueGreenServerless.StateMachine.Tests.Differential;

/// <summary>A state was entered by the branch that has this id in its document.</summary>
public sealed record Entered(string State, string Id);
