using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>The same states for each item of an array, inside this execution.</summary>
internal sealed class MapState : FallibleState
{
    private readonly InOutPath inputPath;
    private readonly InOutPath outputPath;
    private readonly InOutPath itemsPath;
    private readonly ResultPath resultPath;
    private readonly Template? itemSelector;
    private readonly Template? resultSelector;
    private readonly int mostAtOnce;
    private readonly StateGraph graph;

    public MapState(string name, Fields fields)
        : base(name, fields)
    {
        inputPath = InOutPath.Read(fields, "InputPath");
        outputPath = InOutPath.Read(fields, "OutputPath");
        itemsPath = InOutPath.Read(fields, "ItemsPath");
        resultPath = ResultPath.Read(fields);
        itemSelector = fields.Template("ItemSelector") ?? fields.Template("Parameters");
        resultSelector = fields.Template("ResultSelector");
        mostAtOnce = (int)(fields.Number("MaxConcurrency", 0) ?? 0);
        graph = ReadProcessor(fields);
    }

    public override string Type => "Map";

    protected override string FailureEvent(string error) => "MapStateFailed";

    protected override async Task<JsonElement> AttemptAsync(Branch branch)
    {
        var scope = branch.Scope();
        var seen = scope.With(inputPath.Apply(scope));
        var items = Items(itemsPath.Apply(seen));
        if (branch.Position.Phase != Phase.Children)
        {
            branch.Record("MapStateStarted", ("length", JsonText.Number(items.Length)));
            await branch.CommitAsync(Phase.Children);
        }

        var children = items.Select((item, index) => MakeChild(branch, seen.Input, item, index)).ToArray();
        var outputs = await new ChildBranches(branch, children, "MapIteration").RunAsync(mostAtOnce == 0 ? int.MaxValue : mostAtOnce);
        var result = JsonText.Array(outputs);
        branch.Record("MapStateSucceeded");
        var selected = resultSelector?.Evaluate(scope.With(result)) ?? result;
        return outputPath.Apply(scope.With(resultPath.Apply(branch.Input, selected)));
    }

    private static StateGraph ReadProcessor(Fields fields)
    {
        var field = fields.Has("Iterator") ? "Iterator" : "ItemProcessor";
        if (fields.Raw(field) is not { } source)
        {
            fields.Report("the field 'ItemProcessor' is missing");
        }

        var inner = fields.Inner(fields.Raw(field) ?? JsonText.EmptyObject, field);
        if (inner.Raw("ProcessorConfig") is { } config && !JsonElement.DeepEquals(config, JsonElement.Parse("""{"Mode":"INLINE"}""")))
        {
            inner.Wrong("ProcessorConfig", config, "{\"Mode\": \"INLINE\"}");
        }

        var processor = StateGraph.Read(inner);
        inner.Done();
        return processor;
    }

    private static JsonElement[] Items(JsonElement found) => found.ValueKind == JsonValueKind.Array
        ? [.. found.EnumerateArray()]
        : throw new StateFailedException(ErrorNames.Runtime, $"The field 'ItemsPath' finds '{Head(found)}', which is not an array.");

    private static string Head(JsonElement value) => value.GetRawText() is { Length: > 200 } text ? text[..200] + "..." : value.GetRawText();

    private Child MakeChild(Branch branch, JsonElement input, JsonElement value, int index)
    {
        var item = new MapItem(index, value);
        return new Child(graph, item, () => itemSelector?.Evaluate(branch.Scope(item).With(input)) ?? value);
    }
}
