namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>An answer of the service that says no.</summary>
/// <param name="code">Without the suffix that a protocol adds.</param>
public sealed class AwsException(string code, string message, int status = 400) : Exception(message)
{
    /// <summary>Input that the service's model does not allow; the query protocol calls it ValidationError.</summary>
    public const string Validation = "ValidationException";

    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>Elements that S3 adds to an error, such as Key.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static AwsException Invalid(string message) => new(Validation, message);
}
