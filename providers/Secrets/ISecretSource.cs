using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Secrets;

/// <summary>A place where secrets are kept. A public class with a parameterless constructor is found by itself.</summary>
public interface ISecretSource
{
    /// <summary>The word before the colon of a reference.</summary>
    string Source { get; }

    /// <summary>The secret, never empty. It is kept nowhere: every use reads it again.</summary>
    /// <exception cref="InvalidRequestException">There is no such secret; the message has its name only.</exception>
    Task<string> ReadAsync(string name, CancellationToken cancellationToken);
}
