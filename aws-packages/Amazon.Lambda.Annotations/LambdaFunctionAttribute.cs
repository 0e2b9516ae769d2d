namespace Amazon.Lambda.Annotations;

/// <summary>
/// Marks a method as a Lambda function: the generator writes <c>{Class}_{Method}_Generated</c> for it. The properties describe the
/// function to the official package's template; with the bundled one they say nothing, because the CDK app does.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    public string ResourceName { get; set; }

    /// <summary>Seconds.</summary>
    public uint Timeout { get; set; }

    /// <summary>MiB.</summary>
    public uint MemorySize { get; set; }

    public string Role { get; set; }

    public string Policies { get; set; }

    public LambdaPackageType PackageType { get; set; }
}
