namespace BlueGreenServerless.Engine.Language;

/// <summary>The error names that the language reserves.</summary>
internal static class ErrorNames
{
    public const string All = "States.ALL";
    public const string TaskFailed = "States.TaskFailed";
    public const string Timeout = "States.Timeout";
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";
    public const string Runtime = "States.Runtime";
    public const string DataLimitExceeded = "States.DataLimitExceeded";
    public const string ParameterPathFailure = "States.ParameterPathFailure";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    public const string NoChoiceMatched = "States.NoChoiceMatched";
    public const string IntrinsicFailure = "States.IntrinsicFailure";

    /// <summary>
    /// Whether a retrier or catcher with this name in ErrorEquals takes the error. States.ALL does not take States.Runtime and
    /// States.DataLimitExceeded; States.TaskFailed does not take timeouts either (Step Functions guide, "Error names").
    /// </summary>
    public static bool Takes(string pattern, string error) => pattern switch
    {
        All => error is not (Runtime or DataLimitExceeded),
        TaskFailed => error is not (Runtime or DataLimitExceeded or Timeout or HeartbeatTimeout),
        Timeout => error is Timeout or HeartbeatTimeout,
        Runtime => false,
        _ => string.Equals(pattern, error, StringComparison.Ordinal),
    };
}
