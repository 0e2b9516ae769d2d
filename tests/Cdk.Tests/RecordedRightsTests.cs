using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using BlueGreenServerless.Cdk.Tests.Recorded;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>The rights of the template held to what the functions really call.</summary>
[SupportedOSPlatform("linux")]
[Collection(nameof(RecordedCloud))] // the variables that lead to it are those of the process
public sealed class RecordedRightsTests : IAsyncLifetime
{
    private RecordedCloud? cloud;
    private RecordedSite? site;

    private static readonly Lazy<JsonNode> _template = new(() => Synthesis.With(("providers", "aws,ssm"), ("probes", "shop")).Release);

    [Fact]
    public async Task Every_function_may_do_what_it_does_and_nothing_else()
    {
        await new RecordedEvents(cloud!, site!).WalkAsync();

        var faults = Functions().SelectMany(function =>
        {
            var granted = GrantedActions.Of(_template.Value, function).ToHashSet(StringComparer.Ordinal);
            var called = cloud!.Actions.TryGetValue(function, out var actions) ? actions.Keys : [];
            return called.Except(granted, StringComparer.Ordinal).Select(action => $"{function} calls {action} and may not")
                .Concat(granted.Except(called, StringComparer.Ordinal).Select(action => $"{function} may {action} and never calls it"));
        }).Order(StringComparer.Ordinal).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public async ValueTask InitializeAsync()
    {
        cloud = await RecordedCloud.StartAsync();
        site = await RecordedSite.StartAsync(cloud);
    }

    public async ValueTask DisposeAsync()
    {
        await site!.DisposeAsync();
        await cloud!.DisposeAsync();
    }

    private static IEnumerable<string> Functions() =>
        _template.Value.Resources("AWS::Lambda::Function").Select(function => (string)function.Value.Property("FunctionName")!);
}
