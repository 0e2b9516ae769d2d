using System.Text.Json.Nodes;
using Amazon.CDK;
using BlueGreenServerless.Cdk.Fleet;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Cdk.Pipeline;
using BlueGreenServerless.Cdk.Rights;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>All stacks, published and synthesised once for all tests, without credentials.</summary>
public sealed class Synthesis
{
    /// <summary>The CDK's runtime has one thread.</summary>
    private static readonly Lock _alone = new();
    private static readonly Lazy<Synthesis> _once = new(() => Alone(context: null));

    private Synthesis(Dictionary<string, object>? context)
    {
        var root = RepositoryRoot.Find();
        Package = FunctionsPackage.Publish(root);
        using var output = new TemporaryDirectory("bluegreen-cdk-");
        var app = new App(new AppProps { Outdir = output.Path, Context = context });
        var options = context is null ? Everything(root) : DeploymentOptions.Of(app.Node);
        Deployment = Deployment.Of(app, options);
        Rights = options.Release.Rights;
        var assembly = app.Synth();
        Stacks = assembly.Stacks.ToDictionary(stack => stack.StackName, stack => JsonNode.Parse(File.ReadAllText(stack.TemplateFullPath))!, StringComparer.Ordinal);
        Errors = [.. assembly.Stacks.SelectMany(stack => stack.Messages).Where(message => message.Level == Amazon.CDK.CXAPI.SynthesisMessageLevel.ERROR).Select(message => $"{message.Id}: {message.Entry.Data}")];
    }

    /// <summary>With everything that there is: all providers, a pipeline, a probe.</summary>
    public static Synthesis Once => _once.Value;

    /// <summary>As <c>cdk synth -c name=value</c> does it.</summary>
    public static Synthesis With(params (string Name, string Value)[] context) =>
        Alone(context.Append(("functions", Once.Package)).ToDictionary(pair => pair.Item1, pair => (object)pair.Item2, StringComparer.Ordinal));

    public string Package { get; }

    public Deployment Deployment { get; }

    public ProviderRights Rights { get; }

    /// <summary>Templates by name.</summary>
    public IReadOnlyDictionary<string, JsonNode> Stacks { get; }

    public IReadOnlyList<string> Errors { get; }

    private static Synthesis Alone(Dictionary<string, object>? context)
    {
        lock (_alone)
        {
            return new Synthesis(context);
        }
    }

    private DeploymentOptions Everything(string root) => new(
        new ReleaseStackOptions
        {
            Prefix = "bluegreen", Package = Package, Definitions = Path.Combine(root, "statemachine"), IsArm = true, Rights = ProviderRights.Of([]), Probes = ["shop"],
        },
        new FleetOptions { Prefix = "bluegreen", IsArm = true },
        new PipelineOptions { Prefix = "bluegreen", App = "shop", SourceKey = "_shop/source.zip" });

    public JsonNode Release => Stacks["BlueGreenRelease"];

    public JsonNode Fleet => Stacks["BlueGreenFleet"];
}
