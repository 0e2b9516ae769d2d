using System.Text.Json;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Resources;

/// <summary>The resources that are known, each with the names its Parameters may have.</summary>
internal static class ResourceReader
{
    private static readonly string[] FunctionParameters = ["FunctionName", "Payload"];
    private static readonly string[] ExecutionParameters = ["StateMachineArn", "Name", "Input"];

    private static readonly Dictionary<string, (ITaskResource Resource, string[] Parameters)> Known = new(StringComparer.Ordinal)
    {
        ["arn:aws:states:::lambda:invoke"] = (new FunctionResource(waitsForToken: false), FunctionParameters),
        ["arn:aws:states:::lambda:invoke.waitForTaskToken"] = (new FunctionResource(waitsForToken: true), FunctionParameters),
        ["arn:aws:states:::states:startExecution"] = (new ExecutionResource(SyncMode.Started), ExecutionParameters),
        ["arn:aws:states:::states:startExecution.sync"] = (new ExecutionResource(SyncMode.EndedWithText), ExecutionParameters),
        ["arn:aws:states:::states:startExecution.sync:2"] = (new ExecutionResource(SyncMode.EndedWithJson), ExecutionParameters),
    };

    public static ITaskResource? Read(string name, Fields fields)
    {
        if (!Known.TryGetValue(name, out var known))
        {
            fields.Report($"the field 'Resource' is '{name}'. Known are {string.Join(", ", Known.Keys)}");
            return null;
        }

        var given = fields.Raw("Parameters") is { ValueKind: JsonValueKind.Object } parameters
            ? parameters.EnumerateObject().Select(field => field.Name.EndsWith(".$", StringComparison.Ordinal) ? field.Name[..^2] : field.Name).ToArray()
            : [];
        foreach (var unknown in given.Except(known.Parameters, StringComparer.Ordinal))
        {
            fields.Report($"the field 'Parameters.{unknown}' is not known for this resource. Known are {string.Join(", ", known.Parameters)}");
        }

        if (!given.Contains(known.Parameters[0], StringComparer.Ordinal))
        {
            fields.Report($"the field 'Parameters.{known.Parameters[0]}' is missing");
        }

        return known.Resource;
    }
}
