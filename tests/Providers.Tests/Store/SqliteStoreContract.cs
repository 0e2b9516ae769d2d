using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local.Store;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.Store;

public sealed class SqliteStoreContract : ReleaseStoreContract, IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public SqliteStoreContract() => Store = new SqliteReleaseStore(directory.Below("store.db"), Time);

    protected override IReleaseStore Store { get; }

    public void Dispose() => directory.Dispose();
}
