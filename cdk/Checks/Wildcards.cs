namespace BlueGreenServerless.Cdk.Checks;

/// <summary>Actions that may be allowed on every resource, each with the reason why it cannot be narrower.</summary>
public static class Wildcards
{
    public static IReadOnlyDictionary<string, string> Allowed { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["xray:PutTraceSegments"] = "X-Ray has no resources for segments.",
        ["xray:PutTelemetryRecords"] = "X-Ray has no resources for telemetry.",
        ["xray:GetSamplingRules"] = "X-Ray has no resources for reading sampling rules.",
        ["xray:GetSamplingTargets"] = "X-Ray has no resources for sampling targets.",
        ["logs:CreateLogDelivery"] = Deliveries,
        ["logs:GetLogDelivery"] = Deliveries,
        ["logs:UpdateLogDelivery"] = Deliveries,
        ["logs:DeleteLogDelivery"] = Deliveries,
        ["logs:ListLogDeliveries"] = Deliveries,
        ["logs:PutResourcePolicy"] = Deliveries,
        ["logs:DescribeResourcePolicies"] = Deliveries,
        ["logs:DescribeLogGroups"] = Deliveries,
        ["lambda:ListFunctions"] = "CodePipeline's Lambda action lists functions before it starts one.",
        ["codepipeline:PutJobSuccessResult"] = "Jobs are no resources in IAM.",
        ["codepipeline:PutJobFailureResult"] = "Jobs are no resources in IAM.",
    };

    private const string Deliveries = "Step Functions sets up the delivery of its logs with calls that know no resources.";
}
