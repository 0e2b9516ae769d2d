using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BlueGreenServerless.AwsStand.Template;

namespace BlueGreenServerless.AwsStand.Lambda;

/// <summary>
/// The deployed rules: an event that matches one starts its functions. A function that fails is called twice more, then the event is kept
/// (Lambda developer guide, "Asynchronous invocation"; the waits of one and two minutes are short here).
/// </summary>
public sealed class EventRules(IReadOnlyList<DeployedRule> rules, LambdaFunctions functions)
{
    private const int Attempts = 3;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentQueue<DeadLetter> letters = new();

    public IReadOnlyList<DeadLetter> DeadLetters => [.. letters];

    public Task DeliverAsync(JsonObject happened) => Task.WhenAll(rules.Where(rule => EventPattern.Matches(rule.Pattern, happened))
        .SelectMany(rule => rule.Functions).Select(function => InvokeAsync(function, happened)));

    /// <summary>Calls a function the way an event does: nobody hears what it answers.</summary>
    public async Task InvokeAsync(string function, JsonObject happened)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await functions.InvokeAsync(function, happened.ToJsonString());
                return;
            }
            catch (Exception failure)
            {
                if (attempt == Attempts)
                {
                    letters.Enqueue(new DeadLetter(function, happened, failure));
                    return;
                }
            }

            await Task.Delay(_pause * attempt, TimeProvider.System);
        }
    }
}
