using System.Security.Cryptography;
using System.Text;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>The signature of a call with an application key (go-ovh, <c>ovh/ovh.go</c>).</summary>
internal static class OvhSignature
{
    /// <param name="url">Absolute, with its query, exactly as requested.</param>
    /// <param name="body">Exactly as sent; empty without one.</param>
    /// <param name="timestamp">Seconds since 1970 on OVH's clock.</param>
    public static string Of(string applicationSecret, string consumerKey, string method, string url, string body, long timestamp) =>
        "$1$" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"{applicationSecret}+{consumerKey}+{method}+{url}+{body}+{timestamp}")));
}
