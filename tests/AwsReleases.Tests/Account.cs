using BlueGreenServerless.AwsReleases.Tests;
using BlueGreenServerless.AwsStand;

[assembly: AssemblyFixture(typeof(Account))]

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>The account that all tests share; each has an app of its own in it.</summary>
public sealed class Account : IAsyncLifetime
{
    private CloudAccount? cloud;

    public CloudAccount Cloud => cloud!;

    public async ValueTask InitializeAsync()
    {
        cloud = await CloudAccount.StartAsync();
        await cloud.Aws.StartTrafficAsync();
    }

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();
}
