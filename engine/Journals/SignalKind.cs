namespace BlueGreenServerless.Engine.Journals;

/// <summary>What somebody asks the owner of an execution for.</summary>
internal enum SignalKind
{
    Stop,
    TaskSuccess,
    TaskFailure,
    TaskHeartbeat,
}
