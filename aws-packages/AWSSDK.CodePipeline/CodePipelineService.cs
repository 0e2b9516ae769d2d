using Amazon.CodePipeline.Model;
using AwsPackages.Wire;

namespace Amazon.CodePipeline;

/// <summary>How AWS CodePipeline is spoken to.</summary>
internal static class CodePipelineService
{
    public static readonly ServiceDescription Description = new()
    {
        ServiceId = "CodePipeline",
        EndpointPrefix = "codepipeline",
        ApiVersion = "2015-07-09",
        ClientNamespace = "Amazon.CodePipeline",
        TargetPrefix = "CodePipeline_20150709",
        JsonVersion = "1.1",
        CamelCase = true,
        OtherError = (m, e, t, c, r, s) => new AmazonCodePipelineException(m, e, t, c, r, s),
        Errors = new Dictionary<string, ExceptionFactory>(StringComparer.Ordinal)
        {
            ["InvalidJobStateException"] = (m, e, t, c, r, s) => new InvalidJobStateException(m, e, t, c, r, s),
            ["JobNotFoundException"] = (m, e, t, c, r, s) => new JobNotFoundException(m, e, t, c, r, s),
            ["OutputVariablesSizeExceededException"] = (m, e, t, c, r, s) => new OutputVariablesSizeExceededException(m, e, t, c, r, s),
            ["ValidationException"] = (m, e, t, c, r, s) => new ValidationException(m, e, t, c, r, s),
        },
    };
}
