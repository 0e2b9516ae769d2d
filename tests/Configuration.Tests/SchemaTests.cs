using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Schemas;
using BlueGreenServerless.Configuration.Tests.Samples;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Configuration.Tests;

public sealed class SchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ConfigurationSchema.Render(SampleFile.Registry.All))!;

    [Fact]
    public void The_schema_in_the_docs_is_what_the_code_says() =>
        Generated.Equal("docs/bluegreen.schema.json", ConfigurationSchema.Render(ProviderRegistry.Discover().All));

    [Fact]
    public void The_schema_of_environments_in_the_docs_is_what_the_code_says() =>
        Generated.Equal("docs/environment.schema.json", ConfigurationSchema.RenderEnvironments(ProviderRegistry.Discover().All));

    [Fact]
    public void An_environment_belongs_to_its_own_file_only()
    {
        var providers = ProviderRegistry.Discover().All;

        Assert.Null(JsonNode.Parse(ConfigurationSchema.Render(providers))!["$defs"]!["environment"]);
        Assert.Equal("#/$defs/environment", JsonNode.Parse(ConfigurationSchema.RenderEnvironments(providers))!["properties"]!["environments"]!["items"]!["$ref"]!.GetValue<string>());
    }

    [Fact]
    public void Keys_have_kind_default_range_and_description()
    {
        var checks = Schema["properties"]!["health"]!["properties"]!["healthyChecks"]!;

        Assert.Equal("""{"type":"integer","minimum":1,"maximum":100,"description":"Rounds in a row in which every host of the colour must be healthy.","default":3}""", checks.ToJsonString());
    }

    [Fact]
    public void Words_are_listed_and_durations_have_their_form_and_range()
    {
        var strategy = Schema["properties"]!["strategy"]!["properties"]!;

        Assert.Equal("""["all-at-once","canary","linear"]""", strategy["kind"]!["enum"]!.ToJsonString());
        Assert.Equal("1m", strategy["pause"]!["default"]!.GetValue<string>());
        Assert.EndsWith("(1s to 7d)", strategy["pause"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("[5,25,50,100]", strategy["steps"]!["default"]!.ToJsonString());
    }

    [Fact]
    public void No_record_allows_other_keys_and_required_keys_are_required()
    {
        Assert.Equal("""["app","install","targets"]""", Schema["required"]!.ToJsonString());
        Assert.All(Objects(Schema).Where(node => node["properties"] is JsonObject && node["type"] is not null), node => Assert.False(node["additionalProperties"]!.GetValue<bool>()));
    }

    [Fact]
    public void A_port_is_one_of_the_providers_that_serve_it()
    {
        var definitions = Schema["$defs"]!;

        Assert.Equal("""[{"$ref":"#/$defs/router.edge"},{"$ref":"#/$defs/router.pool"}]""", definitions["router"]!["oneOf"]!.ToJsonString());
        Assert.Equal("edge", definitions["router.edge"]!["properties"]!["provider"]!["const"]!.GetValue<string>());
        Assert.Equal("""["provider","socket"]""", definitions["router.edge"]!["required"]!.ToJsonString());
        Assert.Equal("#/$defs/hosts", definitions["router.edge"]!["properties"]!["via"]!["$ref"]!.GetValue<string>());
    }

    [Fact]
    public void Every_reference_of_the_schema_leads_somewhere() =>
        Assert.All(
            Objects(Schema).Select(node => node["$ref"]).OfType<JsonValue>().Select(value => value.GetValue<string>()),
            reference => Assert.NotNull(Schema["$defs"]![reference["#/$defs/".Length..]]));

    [Fact]
    public void A_port_that_nobody_serves_accepts_nothing() =>
        Assert.False(JsonNode.Parse(ConfigurationSchema.Render([new ShellProvider()]))!["$defs"]!["fleet"]!.GetValue<bool>());

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Objects(pair.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
