using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Secrets;

/// <summary><c>env:NAME</c>: a variable of this process.</summary>
public sealed class EnvironmentSecrets : ISecretSource
{
    public string Source => "env";

    public Task<string> ReadAsync(string name, CancellationToken cancellationToken) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? Task.FromResult(value)
            : throw new InvalidRequestException($"The secret 'env:{name}' is not set. It must be in the environment of this process. Set the variable.");
}
