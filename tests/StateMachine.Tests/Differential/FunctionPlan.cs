namespace BlueGreenServerless.StateMachine.Tests.Differential;

/// <summary>What the function of a generated Task does: fail so many times for each id, then answer.</summary>
public sealed record FunctionPlan(int Failures, string Error);
