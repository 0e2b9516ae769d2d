using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Plans;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.AwsMany.Tests.Cost;

/// <summary>A release that goes well, from its trigger to the end of its rollback window, and everything that it asked of AWS.</summary>
internal static class CountedRelease
{
    private static readonly string[] S3Writes = ["s3:PutObject", "s3:ListObjectsV2"];
    private static readonly string[] S3Reads = ["s3:GetObject", "s3:HeadObject"];

    public static async Task<(Bill Bill, IReadOnlyDictionary<string, int> Calls)> RunAsync(PlaceShape shape, Func<ReleaseConfiguration, ReleaseConfiguration> change)
    {
        await using var machine = await CloudMachine.StartAsync();
        var place = new Place(machine.Aws, "shop", shape);
        var (users, metrics) = (new Users(machine.Aws, place), 0);
        machine.Aws.Balancers.Health = (_, _) => Clouds.Aws.LoadBalancing.TargetState.Healthy;
        machine.Aws.Balancers.Changed = _ => users.Tell();
        machine.Functions.Called = _ => users.Tell();
        machine.Aws.Recorder = exchange => Interlocked.Add(ref metrics, MetricsIn(exchange));
        machine.Aws.Alarms.Add("shop-5xx");

        var started = await machine.PassAsync(machine.ReleaseAsync(new ReleaseRequest(change(Configuration(place)), machine.Artifact, "ann")));
        var released = await EndAsync(machine, "release", started.ReleaseId);
        var ended = await EndAsync(machine, "standby", started.ReleaseId);
        Assert.Equal((ExecutionStatus.Succeeded, ExecutionStatus.Succeeded), (released.Status, ended.Status));
        var transitions = await TransitionsAsync(machine, "release", started.ReleaseId) + await TransitionsAsync(machine, "standby", started.ReleaseId);
        var calls = new Dictionary<string, int>(machine.Aws.Calls, StringComparer.Ordinal);
        return (new Bill(transitions, machine.Functions.Calls.Values.Sum() + 1, Sum(calls, S3Writes), Sum(calls, S3Reads), metrics, calls.GetValueOrDefault("monitoring:DescribeAlarms")), calls);
    }

    private static ReleaseConfiguration Configuration(Place place) => new()
    {
        App = "shop",
        Smoke = [new SmokeCheck { Path = "/" }],
        Observe = new ObservePlan { Interval = TimeSpan.FromMinutes(1), Alarms = ["shop-5xx"] },
        Install = new InstallPlan { Directory = "/srv/shop" },
        Targets = [place.Plan()],
    };

    private static async Task<Execution> EndAsync(CloudMachine machine, string name, string release) =>
        await machine.PassAsync(machine.Engine.WaitAsync(name, release, CancellationToken.None));

    private static async Task<int> TransitionsAsync(CloudMachine machine, string name, string release)
    {
        var history = await machine.Engine.HistoryAsync(name, release);
        var tries = history.Count(line => line.Type == "TaskScheduled") - history.Count(line => line.Type == "TaskStateEntered");
        return 1 + history.Count(line => line.Type.EndsWith("StateEntered", StringComparison.Ordinal)) + Math.Max(0, tries);
    }

    private static int MetricsIn(Exchange exchange) =>
        exchange.Operation == "GetMetricData" ? exchange.Request.Text.Split("MetricName").Length - 1 : 0;

    private static int Sum(Dictionary<string, int> calls, string[] operations) => operations.Sum(operation => calls.GetValueOrDefault(operation));
}
