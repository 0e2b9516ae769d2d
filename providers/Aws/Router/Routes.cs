using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>Reads and writes the actions of listeners and rules, within the throttling budget.</summary>
internal sealed class Routes(AwsAccount account)
{
    private const int Attempts = 6;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    public static bool IsRule(string arn) => arn.Contains(":listener-rule/", StringComparison.Ordinal);

    /// <summary>The actions of each route by its ARN: one call for all listeners, one for all rules.</summary>
    public async Task<SortedDictionary<string, ActionList>> ReadAsync(IReadOnlyCollection<string> arns, Urgency urgency, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, ActionList>(StringComparer.Ordinal);
        foreach (var listener in await ListenersAsync([.. arns.Where(arn => !IsRule(arn))], urgency, cancellationToken))
        {
            found[listener.ListenerArn] = ActionList.Of(listener.DefaultActions);
        }

        foreach (var rule in await RulesAsync([.. arns.Where(IsRule)], urgency, cancellationToken))
        {
            found[rule.RuleArn] = ActionList.Of(rule.Actions);
        }

        return arns.FirstOrDefault(arn => !found.ContainsKey(arn)) is { } missing
            ? throw new ProviderRefusedException($"AWS does not know the route '{missing}'. It must be the ARN of a listener or rule. Correct it, or its region.")
            : found;
    }

    /// <summary>Replaces the actions of a route; returns what they were read back as, which is the same.</summary>
    /// <exception cref="ProviderUnavailableException">They were read back as something else for too long.</exception>
    public async Task<ActionList> WriteAsync(string arn, ActionList actions, Urgency urgency, CancellationToken cancellationToken)
    {
        await account.Budget.ChangeAsync(urgency, cancellationToken);
        await CallAsync($"writing the actions of '{arn}'", urgency, client => ModifyAsync(client, arn, actions, cancellationToken), cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            if ((await ReadAsync([arn], urgency, cancellationToken))[arn] is var read && read.IsSame(actions))
            {
                return read;
            }

            if (attempt == Attempts)
            {
                throw new ProviderUnavailableException(
                    $"The route '{arn}' was written and read back '{Attempts}' times as something else. Only one may write it during a release. Look for somebody else who changes it.");
            }

            await Task.Delay(Between, account.Time, cancellationToken);
        }
    }

    public async Task<List<Listener>> ListenersAsync(List<string> arns, Urgency urgency, CancellationToken cancellationToken)
    {
        if (arns.Count == 0)
        {
            return [];
        }

        await account.Budget.ReadAsync(urgency, cancellationToken);
        var request = new DescribeListenersRequest { ListenerArns = arns };
        return (await CallAsync("reading the listeners", urgency, client => client.DescribeListenersAsync(request, cancellationToken), cancellationToken)).Listeners ?? [];
    }

    public async Task<List<Rule>> RulesAsync(List<string> arns, Urgency urgency, CancellationToken cancellationToken)
    {
        if (arns.Count == 0)
        {
            return [];
        }

        await account.Budget.ReadAsync(urgency, cancellationToken);
        var request = new DescribeRulesRequest { RuleArns = arns };
        return (await CallAsync("reading the rules", urgency, client => client.DescribeRulesAsync(request, cancellationToken), cancellationToken)).Rules ?? [];
    }

    private Task<T> CallAsync<T>(string what, Urgency urgency, Func<IAmazonElasticLoadBalancingV2, Task<T>> call, CancellationToken cancellationToken) =>
        urgency == Urgency.Restore
            ? Insistence.RunAsync(what, account.Time, () => call(account.BalancingOnce), cancellationToken)
            : AwsCall.RunAsync(what, () => call(account.Balancing));

    private static async Task<bool> ModifyAsync(IAmazonElasticLoadBalancingV2 client, string arn, ActionList actions, CancellationToken cancellationToken)
    {
        if (IsRule(arn))
        {
            await client.ModifyRuleAsync(new ModifyRuleRequest { RuleArn = arn, Actions = actions.ForWriting() }, cancellationToken);
        }
        else
        {
            await client.ModifyListenerAsync(new ModifyListenerRequest { ListenerArn = arn, DefaultActions = actions.ForWriting() }, cancellationToken);
        }

        return true;
    }
}
