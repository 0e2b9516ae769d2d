using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Schemas;

/// <summary>The JSON schemas of the user's files for editors (draft 2020-12), from the same shapes that the files are read by.</summary>
public static class ConfigurationSchema
{
    // the schema is read by people too: quotes and angle brackets stay as they are
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The schema of <c>bluegreen.yaml</c> as text that ends with a line end.</summary>
    /// <param name="providers">The providers that the file may name.</param>
    public static string Render(IReadOnlyList<IProvider> providers) =>
        Render("bluegreen.yaml", PlanShape.File, Definitions(providers, Enum.GetValues<PortKind>().Where(port => port != PortKind.Environment)));

    /// <summary>The schema of <c>environment.yaml</c>.</summary>
    /// <param name="providers">The providers that the file may name.</param>
    public static string RenderEnvironments(IReadOnlyList<IProvider> providers) =>
        Render("environment.yaml", PlanShape.Environments, Definitions(providers, Enum.GetValues<PortKind>()));

    private static string Render(string file, RecordShape shape, JsonObject definitions)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = file };
        foreach (var (name, value) in SchemaWriter.Record(shape))
        {
            schema[name] = value?.DeepClone();
        }

        schema["$defs"] = definitions;
        return schema.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Definitions(IReadOnlyList<IProvider> providers, IEnumerable<PortKind> ports)
    {
        var definitions = new JsonObject();
        foreach (var port in ports)
        {
            var serving = providers.Serving(port).ToList();
            definitions[SchemaWriter.Name(port)] = Choice(port, serving);
            foreach (var provider in serving)
            {
                definitions[SchemaWriter.Name(port, provider)] = SchemaWriter.Offer(provider, provider.OfferOf(port)!);
            }
        }

        return definitions;
    }

    // a port that nobody serves accepts nothing: oneOf may not be empty
    private static JsonNode Choice(PortKind port, List<IProvider> serving) => serving.Count == 0
        ? false
        : new JsonObject { ["oneOf"] = new JsonArray([.. serving.Select(provider => SchemaWriter.Reference(SchemaWriter.Name(port, provider)))]) };
}
