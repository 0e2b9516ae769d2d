using System.Globalization;
using System.Security.Cryptography;
using BlueGreenServerless.AwsStand.Watching;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Load;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AwsStand.Sites;

/// <summary>
/// An app in the account as its owner set it up: a load balancer with a production and a test listener, two target groups, machines whose
/// agent really runs commands, an alarm, its bluegreen.yaml in the state bucket, version 1 live on blue, and users who never stop asking.
/// </summary>
public sealed class CloudApp : IAsyncDisposable
{
    private readonly TemporaryDirectory files = new();
    private readonly CloudAccount account;
    private readonly AppPlan plan;
    private LoadGenerator? users;

    private CloudApp(CloudAccount account, AppPlan plan)
    {
        (this.account, this.plan) = (account, plan);
        var balancers = account.Aws.Balancers;
        var balancer = balancers.Add(plan.Name);
        (Blue, Green) = (balancers.AddGroup($"{plan.Name}-blue"), balancers.AddGroup($"{plan.Name}-green"));
        Production = balancers.AddListener(balancer, 0, (Blue, 100));
        Test = balancers.AddListener(balancer, 0, (Blue, 1));
        account.Aws.Alarms.Add(plan.Alarm);
        Traffic = new TrafficWatch(account, this);
    }

    public string Name => plan.Name;

    public string Alarm => plan.Alarm;

    public TargetGroup Blue { get; }

    public TargetGroup Green { get; }

    public Listener Production { get; }

    public Listener Test { get; }

    /// <summary>What has been done to the production traffic, and what was wrong with it at any moment.</summary>
    public TrafficWatch Traffic { get; }

    public static async Task<CloudApp> StartAsync(CloudAccount account, AppPlan plan)
    {
        var app = new CloudApp(account, plan);
        try
        {
            await app.SetUpAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Text of its bluegreen.yaml.</summary>
    public string File => AppFile.Of(plan, this);

    /// <summary>Builds a version and returns its file.</summary>
    public Task<string> PackAsync(string version, string fault = "none") => plan.Example.PackAsync(version, fault, files.Path);

    /// <summary>Puts a version with its digest before it into the artifact bucket, which starts a release.</summary>
    /// <returns>Its address.</returns>
    public Task<string> PushAsync(string version, string fault = "none") => PutAsync($"{Name}/{version}", version, fault);

    /// <summary>Puts a version where its upload starts nothing.</summary>
    /// <returns>Its address.</returns>
    public Task<string> PutAsideAsync(string version) => PutAsync($"_requested/{Name}/{version}", version, "none");

    public async Task<string> DigestAsync(string version) => Convert.ToHexStringLower(SHA256.HashData(await System.IO.File.ReadAllBytesAsync(await PackAsync(version))));

    /// <summary>Ends the users' requests and counts them.</summary>
    public Task<LoadReport> UsersAsync() => users!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await Traffic.DisposeAsync();
        await (users?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (var site in Directory.Exists(files.Below("hosts")) ? Directory.GetDirectories(files.Below("hosts")) : [])
        {
            await StandApp.StopAsync(site);
        }

        LeftProcesses.Kill(files.Path);
        files.Dispose();
    }

    private async Task SetUpAsync()
    {
        var artifact = await PackAsync("1");
        var tools = await NodeTools.MakeAsync(account.Aws, files.Below("bin"));
        var ports = FreePort.Next(plan.Hosts * 2);
        for (var number = 0; number < plan.Hosts * 2; number++)
        {
            var isBlue = number < plan.Hosts;
            var site = await HostAsync(tools, number, ports[number], isBlue);
            if (isBlue)
            {
                await plan.Example.InstallFirstAsync(artifact, site);
            }
        }

        await account.PutTextAsync(account.StateBucket, $"config/{Name}.yaml", File);
        await Eventually.HoldsAsync(() => Blue.Entries.All(entry => entry.State == TargetState.Healthy));
        await Answering.UntilAsync(Production.Port);
        users = LoadGenerator.Start(Load(), TimeProvider.System);
    }

    private async Task<string> HostAsync(NodeTools tools, int number, int port, bool isBlue)
    {
        var color = isBlue ? "Blue" : "Green";
        var id = $"i-{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Name)))[..12]}{number.ToString("x5", CultureInfo.InvariantCulture)}";
        var site = Directory.CreateDirectory(files.Below("hosts", id)).FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(site, "site.env"), plan.Example.Settings(files.Path, port));
        tools.Give(account.Aws.Nodes.Add(id, site, ("Environment", color), (Name, color)));
        (isBlue ? Blue : Green).Register(new Target(id, port));
        return site;
    }

    private LoadPlan Load() => new()
    {
        Address = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, Production.Port),
        KeepAliveWorkers = 4,
        NewConnectionWorkers = 4,
        RequestsPerSecond = plan.RequestsPerSecond,
        Timeout = TimeSpan.FromSeconds(60),
    };

    private async Task<string> PutAsync(string folder, string version, string fault)
    {
        var file = await PackAsync(version, fault);
        var key = $"{folder}/{Path.GetFileName(file)}";
        await account.PutFileAsync(account.ArtifactBucket, key + ".sha256", file + ".sha256");
        await account.PutFileAsync(account.ArtifactBucket, key, file);
        return $"s3://{account.ArtifactBucket}/{key}";
    }
}
