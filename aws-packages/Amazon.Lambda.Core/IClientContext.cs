namespace Amazon.Lambda.Core;

/// <summary>Never used by this project, but the runtime looks for the type when it makes a context.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }
}
