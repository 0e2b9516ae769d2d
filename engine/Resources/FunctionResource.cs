using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.Resources;

/// <summary><c>lambda:invoke</c>, and <c>lambda:invoke.waitForTaskToken</c>, where the function's answer is only an acknowledgement.</summary>
internal sealed class FunctionResource(bool waitsForToken) : ITaskResource
{
    private static readonly JsonElement Success = JsonElement.Parse("200");
    private static readonly JsonElement Version = JsonElement.Parse("\"$LATEST\"");

    public bool NeedsToken => waitsForToken;

    public bool OutlivesProcess => waitsForToken;

    public JsonElement Target(JsonElement arguments) => arguments.GetProperty("FunctionName");

    public async Task<JsonElement> RunAsync(TaskAttempt attempt)
    {
        var payload = attempt.Arguments.TryGetProperty("Payload", out var given) ? given : JsonText.EmptyObject;
        if (waitsForToken)
        {
            return await WaitForTokenAsync(attempt, payload);
        }

        var answer = await attempt.InvokeAsync(FunctionName(attempt), payload);
        return JsonText.Object(("ExecutedVersion", Version), ("Payload", answer), ("StatusCode", Success));
    }

    private static async Task<JsonElement> WaitForTokenAsync(TaskAttempt attempt, JsonElement payload)
    {
        var branch = attempt.Branch;
        var token = branch.Position.Token!;
        var wait = await branch.Run.Parts.Tokens.OpenAsync(token);
        try
        {
            if (branch.Position.Phase != Phase.Submitted)
            {
                await attempt.InvokeAsync(FunctionName(attempt), payload);
                branch.Record("TaskSubmitted");
                await branch.CommitAsync(Phase.Submitted, attempt.Due);
            }

            return await wait.AnswerAsync(branch, attempt.Due, attempt.Heartbeat);
        }
        finally
        {
            branch.Run.Parts.Tokens.Close(token);
        }
    }

    private static string FunctionName(TaskAttempt attempt)
    {
        var name = attempt.Arguments.GetProperty("FunctionName");
        return name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : throw new StateFailedException(ErrorNames.Runtime, $"FunctionName is '{name.GetRawText()}', which is not text.");
    }
}
