using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Configuration.Reference;
using BlueGreenServerless.Configuration.Schemas;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.AddedProvider.Tests;

/// <summary>Whatever lists providers has the added one, and reads its options by what they say of themselves.</summary>
public sealed class DerivedFromIt
{
    private const string Yaml = """
        app: shop
        install: { directory: /srv/shop, hooks: { start: ["bin/start"] } }
        strategy: { kind: all-at-once }
        observe: { probe: / }
        targets:
          - name: web
            router:
              provider: socket-link
              link: /run/shop/live.sock
              blue: /srv/blue/app.sock
              green: /srv/green/app.sock
              through: { provider: local, hosts: [/srv/lb] }
            hosts: { provider: local, blue: [/srv/blue], green: [/srv/green] }

        """;

    private static readonly IReadOnlyList<IProvider> All = OneMore.Registered();

    [Fact]
    public void The_registry_finds_it_beside_all_others()
    {
        Assert.Contains(OneMore.ProviderName, All.Select(provider => provider.Name));
        Assert.Equal(Providers.Registry.ProviderRegistry.Discover().All.Count + 1, All.Count);
        Assert.DoesNotContain(OneMore.ProviderName, Providers.Registry.ProviderRegistry.Discover().All.Select(provider => provider.Name));
    }

    [Fact]
    public void A_file_that_names_it_is_read()
    {
        var result = new ConfigurationReader(All).Parse(Yaml, "bluegreen.yaml");

        Assert.Empty(result.Faults);
        Assert.Equal("/srv/blue/app.sock", result.OrThrow().Targets[0].Router.Options.GetProperty("blue").GetString());
    }

    [Theory]
    [InlineData("link: /run/shop/live.sock", "link: live.sock", "bluegreen.yaml:9:13", "'live.sock'", "an absolute path of at most 101 letters")]
    [InlineData("link: /run/shop/live.sock", "lnk: /run/shop/live.sock", "bluegreen.yaml:9:7", "'lnk'", "did you mean 'link'")]
    [InlineData("      green: /srv/green/app.sock\n", "", "bluegreen.yaml:8:7", "missing key 'green'", "add")]
    [InlineData("green: /srv/green/app.sock", "green: /srv/blue/app.sock", "bluegreen.yaml:8:7", "'green' '/srv/blue/app.sock'", "Give each a path of its own.")]
    [InlineData("provider: socket-link", "provider: socket-lin", "bluegreen.yaml:8:17", "'socket-lin'", "socket-link")]
    [InlineData("provider: local, hosts", "provider: lokal, hosts", "bluegreen.yaml:12:28", "'lokal'", "did you mean 'local'")]
    public void A_wrong_option_is_told_with_its_place_and_what_is_allowed(string right, string wrong, params string[] said)
    {
        var faults = string.Join('\n', new ConfigurationReader(All).Parse(Yaml.Replace(right, wrong, StringComparison.Ordinal), "bluegreen.yaml").Faults);

        Assert.All(said, part => Assert.Contains(part, faults, StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_and_the_reference_have_its_options_with_what_they_say()
    {
        var schema = JsonNode.Parse(ConfigurationSchema.Render(All))!["$defs"]!.AsObject();
        var mine = schema.Single(entry => entry.Value?["properties"]?["provider"]?["const"]?.ToString() == OneMore.ProviderName && entry.Value["properties"]!["link"] is not null && entry.Key.StartsWith("router", StringComparison.OrdinalIgnoreCase)).Value!;
        var reference = ReferenceWriter.Providers(All);

        Assert.Contains("The link that the web server passes requests to.", mine["properties"]!["link"]!["description"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("#### `router: { provider: socket-link }`", reference, StringComparison.Ordinal);
        Assert.Contains("previewAddress", reference[reference.IndexOf("### socket-link", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Its_functions_in_AWS_have_the_rights_that_its_own_file_asks_for()
    {
        var names = (IReadOnlyList<string>)OneMore.Deployed("Rights.RightNames").GetProperty("All")!.GetValue(null)!;

        Assert.Contains("ssm:PutParameter", ActionsOf("ShiftTraffic"));
        Assert.Contains("ssm:SendCommand", ActionsOf("ShiftTraffic"));
        Assert.DoesNotContain("ssm:PutParameter", ActionsOf("CheckHealth"));
        Assert.DoesNotContain("elasticloadbalancing:ModifyListener", ActionsOf("ShiftTraffic"));
        Assert.Contains("links", names);
    }

    [Theory]
    [InlineData("Router", true)]
    [InlineData("Metrics", true)]
    [InlineData("Hosts", false)]
    public void The_deployment_makes_functions_for_the_ports_that_it_serves(string scope, bool isServed)
    {
        var type = OneMore.Deployed("Rights.ProviderRights");
        var rights = type.GetMethod("Of")!.Invoke(null, [Array.Empty<string>()]);
        var deployed = (IReadOnlyList<string>)type.GetMethod("ProvidersOf")!.Invoke(rights, [Enum.Parse<StageScope>(scope)])!;

        Assert.Equal(isServed, deployed.Contains(OneMore.ProviderName, StringComparer.Ordinal));
        Assert.NotEmpty(deployed);
    }

    private static IReadOnlyList<string> ActionsOf(string stage)
    {
        var type = OneMore.Deployed("Rights.ProviderRights");
        var rights = type.GetMethod("Of")!.Invoke(null, [(string[])[OneMore.ProviderName, "ssm"]]);
        var granted = (IEnumerable)type.GetMethod("For")!.Invoke(rights, [StageCatalog.All.Single(entry => entry.Name == stage), OneMore.ProviderName])!;
        return [.. granted.Cast<object>().SelectMany(right => JsonSerializer.SerializeToNode(right)!["Actions"]?.AsArray() ?? []).Select(action => action!.ToString())];
    }
}
