using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Providers.Tests.Store;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class S3StoreContract : ReleaseStoreContract, IAsyncLifetime
{
    private AwsWorld? world;

    protected override IReleaseStore Store => new S3ReleaseStore(world!.Account.Storage, AwsWorld.Bucket, "state/", Time);

    public async ValueTask InitializeAsync() => world = await AwsWorld.StartAsync();

    public ValueTask DisposeAsync() => world!.DisposeAsync();
}
