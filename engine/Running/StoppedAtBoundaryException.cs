namespace BlueGreenServerless.Engine.Running;

/// <summary>The engine was asked to stop and the branch has; its position is in the journal.</summary>
internal sealed class StoppedAtBoundaryException() : Exception("The engine stops at the next state boundary.");
