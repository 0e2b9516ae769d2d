namespace BlueGreenServerless.Failures;

/// <summary>The stable words for why a release ended. Stored, logged and shown as the same word.</summary>
public static class Reason
{
    public const string PrepareDeadlineExceeded = nameof(PrepareDeadlineExceeded);
    public const string DeployFailed = nameof(DeployFailed);
    public const string DeployDeadlineExceeded = nameof(DeployDeadlineExceeded);
    public const string HealthDeadlineExceeded = nameof(HealthDeadlineExceeded);
    public const string HealthLost = nameof(HealthLost);
    public const string SmokeTestFailed = nameof(SmokeTestFailed);
    public const string ShiftNotConfirmed = nameof(ShiftNotConfirmed);
    public const string TrafficChangedByOthers = nameof(TrafficChangedByOthers);
    public const string ObservationBreached = nameof(ObservationBreached);
    public const string NoDataDeadlineExceeded = nameof(NoDataDeadlineExceeded);
    public const string ReleaseDeadlineExceeded = nameof(ReleaseDeadlineExceeded);
    public const string OtherTargetFailed = nameof(OtherTargetFailed);
    public const string AlarmFired = nameof(AlarmFired);
    public const string Aborted = nameof(Aborted);
    public const string Rejected = nameof(Rejected);
    public const string RequestedByOperator = nameof(RequestedByOperator);
    public const string RestoreDeadlineExceeded = nameof(RestoreDeadlineExceeded);
    public const string ContractFailed = nameof(ContractFailed);
}
