using BlueGreenServerless.Documents;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests;

public sealed class DocumentSizeTests
{
    private const int StepFunctionsLimit = 256 * 1024;

    [Fact]
    public void Ten_thousand_hosts_stay_below_32_KiB() => Assert.InRange(Size(targets: 1, hosts: 10_000), 1, 32 * 1024);

    [Fact]
    public void Fifty_targets_that_all_failed_stay_below_the_limit() => Assert.InRange(Size(targets: 50, hosts: 200), 1, StepFunctionsLimit);

    private static int Size(int targets, int hosts)
    {
        var stages = new Stages { Configuration = FakeWorld.Configuration(targets) };
        var document = Stages.Shifted(stages.Document());
        document = document with { Targets = [.. document.Targets.Select(target => Full(target, hosts, stages.Now))] };
        return ReleaseJson.ToElement(document).GetRawText().Length;
    }

    private static TargetState Full(TargetState target, int hosts, DateTimeOffset now)
    {
        var lines = Enumerable.Repeat(new string('x', 60), 10).ToList();
        var failure = new HostFailure("host-with-a-long-name.example.com", "the install hook failed", 1, lines);
        return target with
        {
            Prepare = new PrepareState(PrepareVerdict.Ready, now, null),
            Deploy = new DeployState(CommandVerdict.Failed, "install", "shop-2-abc.t1.install", now, hosts, hosts - 3, 3, [failure, failure, failure]),
            Health = new HealthState(HealthVerdict.Healthy, 3, now, new ColorHealth(hosts, hosts, ["a", "b", "c"])),
            Observation = new ObservationState(
                ObservationVerdict.Good, new string('w', 300), ReleaseJson.ToElement(new string('c', 500)), now, ColorMetrics.None, ColorMetrics.None, hosts),
            Restore = new RestoreState(RestoreVerdict.Restored, 1, now, null),
        };
    }
}
