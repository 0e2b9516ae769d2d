using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Secrets;

namespace BlueGreenServerless.Providers.Aws.Secrets;

/// <summary>
/// <c>ssm:/name</c>: a parameter of Parameter Store, decrypted, without the line end that a file it was made from had. Region and credentials
/// are those of the environment.
/// </summary>
public sealed class ParameterStoreSecrets : ISecretSource
{
    private readonly AwsAccount account;

    public ParameterStoreSecrets()
        : this(new AwsAccount(new AwsPlace(), TimeProvider.System))
    {
    }

    public ParameterStoreSecrets(AwsAccount account) => this.account = account;

    public string Source => "ssm";

    public async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetParameterRequest { Name = name, WithDecryption = true };
            var answer = await AwsCall.RunAsync($"reading the secret 'ssm:{name}'", () => account.Systems.GetParameterAsync(request, cancellationToken));
            return answer.Parameter.Value.TrimEnd('\r', '\n') is { Length: > 0 } value ? value
                : throw new InvalidRequestException($"The secret 'ssm:{name}' is empty. It must be the text of the parameter. Write it there: aws ssm put-parameter --overwrite");
        }
        catch (ProviderRefusedException refused) when (refused.InnerException is ParameterNotFoundException)
        {
            throw new InvalidRequestException($"The secret 'ssm:{name}' does not exist. It must be a parameter of Parameter Store in this region. Make it: aws ssm put-parameter --type SecureString", refused);
        }
    }
}
