namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Reading the secrets of one provider: parameters of Systems Manager below a folder of its own.</summary>
internal static class SecretRights
{
    /// <summary>Folder of all secrets; context <c>secrets</c> says another one, context <c>secretsKey</c> the ARN of a key of one's own.</summary>
    public static IEnumerable<Right> Of(string provider) =>
    [
        new Right(
            null, ["ssm:GetParameter"], [$"arn:{{partition}}:ssm:{{region}}:{{account}}:parameter{{secrets:/bluegreen}}/{provider}/*"],
            $"Secrets of {provider}, read at the moment of use.", null),
        new Right(
            null, ["kms:Decrypt"], ["{secretsKey}"], $"Secrets of {provider} that are encrypted with a key of one's own.",
            new() { ["StringEquals"] = new() { ["kms:ViaService"] = ["ssm.{region}.amazonaws.com"] } }),
    ];
}
