using Amazon.Runtime;

namespace Amazon.CodePipeline;

public class FailureType : ConstantClass
{
    public static readonly FailureType JobFailed = new("JobFailed");
    public static readonly FailureType ConfigurationError = new("ConfigurationError");
    public static readonly FailureType PermissionError = new("PermissionError");
    public static readonly FailureType RevisionOutOfSync = new("RevisionOutOfSync");
    public static readonly FailureType RevisionUnavailable = new("RevisionUnavailable");
    public static readonly FailureType SystemUnavailable = new("SystemUnavailable");

    public FailureType(string value) : base(value) { }

    public static FailureType FindValue(string value) => FindValue<FailureType>(value);

    public static implicit operator FailureType(string value) => FindValue(value);
}
