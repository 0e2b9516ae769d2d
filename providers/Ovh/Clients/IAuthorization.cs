using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>Makes a request one that OVH accepts.</summary>
internal interface IAuthorization
{
    /// <param name="body">Exactly as sent.</param>
    /// <exception cref="ReleaseException">What it takes cannot be had.</exception>
    Task AuthorizeAsync(HttpRequestMessage request, string body, CancellationToken cancellationToken);

    /// <summary>True when the answer says that what was authorized with is out of date, and the next try uses something newer.</summary>
    bool Renew(OvhAnswer answer);

    /// <summary>Text without the secrets that this one holds.</summary>
    string Conceal(string text);
}
