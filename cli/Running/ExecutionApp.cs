using System.Text.Json;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Running;

/// <summary>Whose an execution is: a state directory may serve several apps.</summary>
internal static class ExecutionApp
{
    public static string? Of(Execution execution) =>
        execution.Input.ValueKind == JsonValueKind.Object
        && execution.Input.TryGetProperty("release", out var release) && release.TryGetProperty("app", out var app) ? app.GetString() : null;
}
