using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>Executions that are only noted down, with the idempotency of the real ones.</summary>
public sealed class FakeExecutions(TimeProvider time) : IExecutions
{
    private readonly Lock gate = new();

    public Faults Faults { get; } = new(time);

    /// <summary>Every execution that was really started.</summary>
    public List<(string Machine, string Name, JsonElement Input)> Started { get; } = [];

    public HashSet<(string Machine, string Name)> Closed { get; } = [];

    /// <summary>Tokens that a state waits for.</summary>
    public HashSet<string> Waiting { get; } = [];

    public Dictionary<string, JsonElement> Answered { get; } = [];

    public Task<StartResult> StartAsync(string machine, string name, JsonElement input, CancellationToken cancellationToken) =>
        Faults.AroundAsync("Start", () => Start(machine, name, input), cancellationToken);

    public Task SendTaskSuccessAsync(string token, JsonElement output, CancellationToken cancellationToken) =>
        Faults.AroundAsync("SendTaskSuccess", () => Answer(token, output), cancellationToken);

    public Task SendTaskFailureAsync(string token, string error, string cause, CancellationToken cancellationToken) =>
        Faults.AroundAsync("SendTaskFailure", () => Answer(token, JsonSerializer.SerializeToElement(error)), cancellationToken);

    private StartResult Start(string machine, string name, JsonElement input)
    {
        lock (gate)
        {
            var known = Started.FirstOrDefault(one => one.Machine == machine && one.Name == name);
            if (known.Name is not null)
            {
                return !Closed.Contains((machine, name)) && JsonElement.DeepEquals(known.Input, input) ? StartResult.Running : StartResult.AlreadyExists;
            }

            Started.Add((machine, name, input));
            return StartResult.Started;
        }
    }

    private void Answer(string token, JsonElement output)
    {
        if (!Waiting.Remove(token))
        {
            throw new ReleaseNotFoundException($"No state waits for the token '{token}'.");
        }

        Answered[token] = output;
    }
}
