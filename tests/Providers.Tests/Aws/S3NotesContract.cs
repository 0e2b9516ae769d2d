using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Providers.Tests.Store;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class S3NotesContract : NotesContract, IAsyncLifetime
{
    private readonly VirtualTime time = new();
    private AwsWorld? world;

    public async ValueTask InitializeAsync() => world = await AwsWorld.StartAsync();

    public ValueTask DisposeAsync() => world!.DisposeAsync();

    protected override INotes Open() => new S3Notes(world!.Account.Storage, AwsWorld.Bucket, time);
}
