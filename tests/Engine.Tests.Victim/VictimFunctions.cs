using System.Globalization;
using System.Text.Json;

namespace BlueGreenServerless.Engine.Tests.Victim;

/// <summary>Functions with an effect: a line in a file, written before they answer.</summary>
public sealed class VictimFunctions(string effects, int killAtEffect, Func<EmbeddedEngine> engine) : IFunctionHost
{
    private readonly Lock gate = new();
    private int written;

    public async Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken)
    {
        Write($"{functionName} {payload.GetRawText()}");
        if (functionName == "Flaky" && payload.GetProperty("try").GetInt32() == 0)
        {
            throw new InvalidOperationException("first try");
        }

        if (functionName == "Approve")
        {
            var answer = JsonElement.Parse("\"approved\"");
            await engine().SendTaskSuccessAsync(payload.GetProperty("token").GetString()!, answer, cancellationToken);
        }

        return JsonElement.Parse(string.Create(CultureInfo.InvariantCulture, $"\"{functionName} done\""));
    }

    private void Write(string line)
    {
        lock (gate)
        {
            File.AppendAllText(effects, line + "\n");
            Death.ComeIf(++written == killAtEffect);
        }
    }
}
