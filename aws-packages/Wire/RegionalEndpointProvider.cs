using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace AwsPackages.Wire;

/// <summary>The endpoint rules that all five services share: a given URL as it is, else prefix, region and the partition's suffix.</summary>
internal sealed class RegionalEndpointProvider(string prefix) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = (bool?)parameters["UseFIPS"] == true;
        var dualStack = (bool?)parameters["UseDualStack"] == true;
        if (parameters["Endpoint"] is string url)
            return Given(url, fips, dualStack);
        if (parameters["Region"] is not string region)
            throw new AmazonClientException("Invalid Configuration: Missing Region");

        var suffix = Fn.GetAttr(Fn.Partition(region), dualStack ? "dualStackDnsSuffix" : "dnsSuffix");
        return new Endpoint($"https://{prefix}{(fips ? "-fips" : "")}.{region}.{suffix}");
    }

    private static Endpoint Given(string url, bool fips, bool dualStack)
    {
        if (fips || dualStack)
            throw new AmazonClientException($"Invalid Configuration: {(fips ? "FIPS" : "Dualstack")} and custom endpoint are not supported");
        return new Endpoint(url);
    }
}
