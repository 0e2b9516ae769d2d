using Amazon.Runtime;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Tests.Aws;

/// <summary>An account on loopback with clients that are pointed at it.</summary>
internal sealed class AwsWorld : IAsyncDisposable
{
    public const string Bucket = "releases";

    private AwsWorld(AwsDouble cloud, AwsAccount account) => (Cloud, Account) = (cloud, account);

    public AwsDouble Cloud { get; }

    public AwsAccount Account { get; }

    public static async Task<AwsWorld> StartAsync(AwsDoubleOptions? options = null, TimeProvider? time = null)
    {
        var cloud = await AwsDouble.StartAsync(options);
        cloud.Storage.Create(Bucket);
        var key = cloud.Options.Keys[0];
        var place = new AwsPlace(cloud.Options.Region, Endpoint: cloud.Url) { Given = new BasicAWSCredentials(key.Id, key.Secret) };
        return new AwsWorld(cloud, new AwsAccount(place, time ?? TimeProvider.System));
    }

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();
}
