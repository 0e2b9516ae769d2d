namespace Amazon.Lambda.Core;

/// <summary>Never used by this project, but the runtime looks for the type when it makes a context.</summary>
public interface ICognitoIdentity
{
    string IdentityId { get; }

    string IdentityPoolId { get; }
}
