using System.Text.Json.Nodes;
using Amazon.CDK;
using BlueGreenServerless.Cdk.Fleet;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Cdk.Pipeline;
using BlueGreenServerless.Cdk.Rights;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>All stacks, published and synthesised once for all tests, without credentials.</summary>
public sealed class Synthesis
{
    private static readonly Lazy<Synthesis> _once = new(() => new Synthesis());

    private Synthesis()
    {
        var root = RepositoryRoot.Find();
        Package = FunctionsPackage.Publish(root);
        Output = Directory.CreateTempSubdirectory("bluegreen-cdk-").FullName;
        var app = new App(new AppProps { Outdir = Output });
        var rights = ProviderRights.Of([]);
        Deployment = Deployment.Of(app, new DeploymentOptions(
            new ReleaseStackOptions { Prefix = "bluegreen", Package = Package, Definitions = Path.Combine(root, "statemachine"), IsArm = true, Rights = rights },
            new FleetOptions { Prefix = "bluegreen", IsArm = true },
            new PipelineOptions { Prefix = "bluegreen", App = "shop", SourceKey = "_shop/source.zip" }));
        Rights = rights;
        var assembly = app.Synth();
        Stacks = assembly.Stacks.ToDictionary(stack => stack.StackName, stack => JsonNode.Parse(File.ReadAllText(stack.TemplateFullPath))!, StringComparer.Ordinal);
        Errors = [.. assembly.Stacks.SelectMany(stack => stack.Messages).Where(message => message.Level == Amazon.CDK.CXAPI.SynthesisMessageLevel.ERROR).Select(message => $"{message.Id}: {message.Entry.Data}")];
        Directory.Delete(Output, recursive: true);
    }

    public static Synthesis Once => _once.Value;

    public string Package { get; }

    public string Output { get; }

    public Deployment Deployment { get; }

    public ProviderRights Rights { get; }

    /// <summary>Templates by name.</summary>
    public IReadOnlyDictionary<string, JsonNode> Stacks { get; }

    public IReadOnlyList<string> Errors { get; }

    public JsonNode Release => Stacks["BlueGreenRelease"];

    public JsonNode Fleet => Stacks["BlueGreenFleet"];
}
