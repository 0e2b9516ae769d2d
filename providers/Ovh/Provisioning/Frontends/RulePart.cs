using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>The rule of the preview's route: a header is the value.</summary>
internal sealed class RulePart(StagedService service, ServiceMap map, FrontendNames names) : StagedPart(service, names.Mark, "rule", names.Route, null)
{
    private readonly string[] header = names.Plan.PreviewHeader!.Split(": ", 2);

    protected override async Task<string?> CollectionAsync(CancellationToken cancellationToken) =>
        await map.FindAsync(names.Routes, names.Route, cancellationToken) is { } route ? $"{route.Path}/rule" : null;

    protected override Task<JsonObject> BodyAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new JsonObject { ["field"] = "header", ["subField"] = header[0], ["match"] = "is", ["pattern"] = header[1] });

    protected override Task<string?> DifferenceAsync(StagedObject found, CancellationToken cancellationToken) => Task.FromResult(
        (string?)found.Whole["field"] == "header" && (string?)found.Whole["subField"] == header[0] && (string?)found.Whole["match"] == "is" && (string?)found.Whole["pattern"] == header[1]
            ? null : $"is '{found.Whole["field"]} {found.Whole["subField"]} {found.Whole["match"]} {found.Whole["pattern"]}'. By the file it must be 'header {header[0]} is {header[1]}'.");
}
