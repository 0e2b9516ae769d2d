namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Reading the secrets of one provider: parameters of Systems Manager below a folder of its own.</summary>
internal static class SecretRights
{
    /// <summary>Context <c>secrets</c> says where the folders of all providers are, context <c>secretsKey</c> the ARN of a key of one's own.</summary>
    public static IEnumerable<Right> Of(string folder) =>
    [
        new Right(
            null, ["ssm:GetParameter"], [$"arn:{{partition}}:ssm:{{region}}:{{account}}:parameter{{secrets:/bluegreen}}/{folder}/*"],
            $"Secrets below {folder}, read at the moment of use.", null),
        new Right(
            null, ["kms:Decrypt"], ["{secretsKey}"], $"Secrets below {folder} that are encrypted with a key of one's own.",
            new() { ["StringEquals"] = new() { ["kms:ViaService"] = ["ssm.{region}.amazonaws.com"] } }),
    ];
}
