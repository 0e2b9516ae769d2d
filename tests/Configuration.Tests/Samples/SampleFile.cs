using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Configuration.Tests.Samples;

/// <summary>Files that are right, and a reader that knows the providers of the tests.</summary>
internal static class SampleFile
{
    public const string Minimal = """
        app: shop
        install:
          directory: /srv/shop
        targets:
          - name: here
            router: { provider: edge, socket: /run/edge.sock }
            hosts: { provider: shell, blue: [b1], green: [g1] }
        """;

    public static ProviderRegistry Registry { get; } = new([new EdgeProvider(), new ShellProvider(), new PoolProvider()]);

    public static ConfigurationReader Reader { get; } = new(Registry.All);

    /// <summary>Uses every key of the plan and most options.</summary>
    public static string Full { get; } = File.ReadAllText(Tree.Path("tests/Configuration.Tests/Samples/full.yaml"));

    public static ConfigurationResult Parse(string text) => Reader.Parse(text, "bluegreen.yaml");
}
