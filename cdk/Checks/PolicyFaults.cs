using System.Collections;
using BlueGreenServerless.Cdk.Rights;

namespace BlueGreenServerless.Cdk.Checks;

/// <summary>What is too wide in a policy's document.</summary>
public static class PolicyFaults
{
    /// <param name="document">A resolved document: dictionaries, lists and texts.</param>
    public static IEnumerable<string> Of(object document)
    {
        foreach (var statement in List(Member(document, "Statement")))
        {
            var actions = List(Member(statement, "Action")).Select(action => action as string ?? "").ToList();
            foreach (var action in actions.Where(action => action.Contains('*', StringComparison.Ordinal)))
            {
                yield return $"The policy allows '{action}'. Allowed are actions without '*'. Name the ones that are needed.";
            }

            if (List(Member(statement, "Resource")).Any(resource => resource is "*"))
            {
                foreach (var action in actions.Where(action => !IsListed(action)))
                {
                    yield return $"The policy allows '{action}' on '*'. Allowed on every resource is only what has a reason on the list. Name the resource, or add the reason.";
                }
            }
        }
    }

    /// <summary>On the list here, or in a provider's own file, which has a reason for each statement.</summary>
    private static bool IsListed(string action) => Wildcards.Allowed.ContainsKey(action) || ProviderRights.OnEverything.ContainsKey(action);

    private static object? Member(object? parent, string name) => parent is IDictionary<string, object> members && members.TryGetValue(name, out var value) ? value : null;

    private static IEnumerable<object> List(object? value) =>
        value is string or null ? value is null ? [] : [value] : value is IEnumerable list and not IDictionary<string, object> ? list.Cast<object>() : [value];
}
