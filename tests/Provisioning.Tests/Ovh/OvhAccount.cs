using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Provisioning.Tests.Ovh;

/// <summary>An account of OVH with a project in which there is somebody else's instance, and files with its keys and user data.</summary>
internal abstract class OvhAccount : IProvisionStand
{
    public const string UserData = "#!/bin/sh\necho the-password-of-the-database\n";

    /// <summary>Nothing takes time, for runs that are killed at every call.</summary>
    protected static readonly OvhDoubleOptions AtOnce = new() { RefreshTakes = TimeSpan.Zero, UpdateTakes = TimeSpan.Zero };

    /// <summary>Instances and refreshes take a moment.</summary>
    protected static readonly OvhDoubleOptions Quick = new() { RefreshTakes = TimeSpan.FromMilliseconds(40), UpdateTakes = TimeSpan.FromMilliseconds(40) };

    private readonly TemporaryDirectory folder = new();

    protected OvhAccount(OvhDouble cloud)
    {
        Cloud = cloud;
        cloud.Instances.Add("stranger-1");
        foreach (var (name, text) in new[]
        {
            ("ovh-application-key", cloud.Options.ApplicationKey), ("ovh-application-secret", cloud.Options.ApplicationSecret), ("ovh-consumer-key", cloud.Options.ConsumerKey), ("setup.sh", UserData),
        })
        {
            System.IO.File.WriteAllText(folder.Below(name), text);
        }
    }

    public OvhDouble Cloud { get; }

    public string File => folder.Below("environment.yaml");

    public string Folder => folder.Path;

    public FaultPlan Faults => Cloud.Faults;

    public int Writes => Cloud.Calls.Where(call => call.Key.Split(':') is [var service, var operation] && IsWrite(service, operation)).Sum(call => call.Value);

    /// <summary>What an environment has for its instances and credentials.</summary>
    protected string Machines => $$"""
            endpoint: {{Cloud.Endpoint}}
            credentials: { applicationKey: "file:{{folder.Below("ovh-application-key")}}", applicationSecret: "file:{{folder.Below("ovh-application-secret")}}", consumerKey: "file:{{folder.Below("ovh-consumer-key")}}" }
            project: {{Cloud.Project}}
            region: {{Cloud.Region}}
            instances: { count: 1, flavor: b3-8, image: Debian 12, sshKey: deploy, userData: "file:{{folder.Below("setup.sh")}}" }
        """;

    public bool IsWrite(string service, string operation) =>
        operation == "refresh" || operation.EndsWith("/create", StringComparison.Ordinal) || operation.EndsWith("/delete", StringComparison.Ordinal) || operation.EndsWith("/edit", StringComparison.Ordinal);

    public string There() => string.Join('\n', InstancesThere().Concat(ObjectsThere()).Order(StringComparer.Ordinal));

    /// <summary>Writes the file again with other words.</summary>
    public void Change(string from, string to)
    {
        var text = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, text.Contains(from, StringComparison.Ordinal) ? text.Replace(from, to, StringComparison.Ordinal) : throw new ArgumentException($"The file has no '{from}'.", nameof(from)));
    }

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>All objects of the load balancer, in words.</summary>
    protected abstract IEnumerable<string> ObjectsThere();

    /// <summary>An object without what is made up by OVH, ids replaced by names.</summary>
    /// <param name="names">Name by id.</param>
    protected string Words(JsonObject whole, IReadOnlyDictionary<string, string> names, params string[] without)
    {
        var kept = new JsonObject(whole.Where(each => each.Value is not null && !without.Contains(each.Key, StringComparer.Ordinal)).Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
        var text = kept.ToJsonString();
        foreach (var (id, name) in names.OrderByDescending(each => each.Key.Length).Concat(MachineNames()))
        {
            text = text.Replace($"\"{id}\"", $"\"<{name}>\"", StringComparison.Ordinal).Replace($":{id},", $":<{name}>,", StringComparison.Ordinal);
        }

        return text;
    }

    private IEnumerable<string> InstancesThere() => Cloud.Instances.All.Select(instance =>
        $"instance {instance["name"]} {instance["status"]} {instance["region"]} {instance["flavorId"]} {instance["imageId"]} {instance["sshKeyId"]} {instance["networks"]?.ToJsonString()} {instance["userData"]?.ToString().Length}");

    private IEnumerable<KeyValuePair<string, string>> MachineNames() => Cloud.Instances.All
        .SelectMany(instance => instance["ipAddresses"]!.AsArray().Select(address => KeyValuePair.Create((string)address!["ip"]!, (string)instance["name"]!)));
}
