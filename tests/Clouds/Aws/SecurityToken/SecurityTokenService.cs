using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.SecurityToken;

/// <summary>AWS Security Token Service, API version 2011-06-15: who am I.</summary>
internal sealed class SecurityTokenService(AwsDoubleOptions options)
{
    public QueryService Service() => new("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/", new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["GetCallerIdentity"] = _ => Task.FromResult<JsonObject?>(new JsonObject
        {
            ["UserId"] = "AIDAEXAMPLE", ["Account"] = options.Account, ["Arn"] = $"arn:aws:iam::{options.Account}:user/releaser",
        }),
    });
}
