using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Providers.Tests.Store;

/// <summary>Small records for the tests of stores.</summary>
internal static class Records
{
    private static readonly ReleaseConfiguration Configuration = new()
    {
        App = "shop",
        Install = new InstallPlan { Directory = "/srv/shop" },
        Targets = [new TargetPlan { Name = "one", Router = Binding(), Hosts = Binding() }],
    };

    public static ReleaseRecord Release(string id, DateTimeOffset startedAt, string app = "shop")
    {
        var header = new ReleaseHeader(id, app, new Artifact(new Uri("file:///a.tar.gz"), "1.0"), "test", startedAt);
        var target = new TargetState { Name = "one", Router = Binding(), Hosts = Binding(), Metrics = Binding() };
        return ReleaseRecord.Of(new Release { Header = header, Plan = Configuration.WithoutTargets(), Targets = [target] }, null);
    }

    public static ReleaseRequest Request(string version) => new(Configuration, new Artifact(new Uri("file:///a.tar.gz"), version), "test");

    private static PortBinding Binding() => new("memory", JsonDocument.Parse("{}").RootElement);
}
