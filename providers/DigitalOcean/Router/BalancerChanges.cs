using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.DigitalOcean.Clients;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>Reads a load balancer and changes what is behind it.</summary>
internal sealed class BalancerChanges(string nameOrId, DigitalOceanAccount account)
{
    /// <summary>A stage has a minute; what is not done by then is tried again by the state machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Polls every few seconds would use up the calls of an hour.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private Reading? last;
    private string? id = Guid.TryParse(nameOrId, out _) ? nameOrId : null;

    /// <exception cref="ProviderRefusedException">There is no such load balancer, or there are several of that name.</exception>
    public async Task<BalancerObject> ReadAsync(CancellationToken cancellationToken) =>
        id is null ? await FindAsync(cancellationToken) : await ReadAsync(id, cancellationToken);

    public async Task<BalancerObject> ReadAsync(string balancer, CancellationToken cancellationToken)
    {
        var answer = await account.Client.GetAsync($"reading the load balancer '{nameOrId}'", $"/v2/load_balancers/{Uri.EscapeDataString(balancer)}", cancellationToken);
        return Noted(new BalancerObject(answer["load_balancer"] as JsonObject ?? []));
    }

    /// <summary>What was read in the last 15 seconds, or now: for settings, which seldom change.</summary>
    public async Task<BalancerObject> RecentAsync(CancellationToken cancellationToken) =>
        last is { } reading && account.Time.GetElapsedTime(reading.At) < Fresh ? reading.Balancer : await ReadAsync(cancellationToken);

    /// <summary>
    /// Puts these backends behind the load balancer and returns what was read when they are and it is active again.
    /// <code>
    /// they are there, active     done; nothing is written when it was so from the beginning
    /// they are there, not yet    read again
    /// they are not, free         the whole object is written, and read again
    /// they are not, busy         waited, and read again
    /// a write without an answer  read again: that tells whether it was done
    /// </code>
    /// </summary>
    /// <exception cref="ProviderUnavailableException">It was not done in 45 seconds.</exception>
    public async Task<BalancerObject> MoveAsync(string balancer, BackendSet wanted, CancellationToken cancellationToken)
    {
        var begun = account.Time.GetTimestamp();
        var said = "";
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var now = await ReadAsync(balancer, cancellationToken);
            if (now.Backends.IsSame(wanted) && now.Status == "active")
            {
                return now;
            }

            if (account.Time.GetElapsedTime(begun) > Patience)
            {
                throw new ProviderUnavailableException(
                    $"The load balancer '{now.Name}' has '{now.Backends}' (status '{now.Status}') and not '{wanted}' after {Patience.TotalSeconds:0} s. It must take a change and be 'active' again. It is tried again; look at it if it lasts.{said}");
            }

            said = now.Backends.IsSame(wanted) ? said : await WriteAsync(now, wanted, cancellationToken);
            await Task.Delay(pause, account.Time, cancellationToken);
        }
    }

    /// <returns>What was said instead of a yes that passes.</returns>
    private async Task<string> WriteAsync(BalancerObject now, BackendSet wanted, CancellationToken cancellationToken)
    {
        var what = $"putting '{wanted}' behind the load balancer '{now.Name}'";
        try
        {
            var answer = await account.Client.AskAsync(what, HttpMethod.Put, $"/v2/load_balancers/{Uri.EscapeDataString(now.Id)}", now.With(wanted), cancellationToken);
            return answer.IsGood ? "" : ApiFault.Of(what, answer) is ProviderUnavailableException passing ? $" {passing.Message}" : throw ApiFault.Of(what, answer);
        }
        catch (ProviderUnavailableException noAnswer)
        {
            return $" {noAnswer.Message}";
        }
    }

    private async Task<BalancerObject> FindAsync(CancellationToken cancellationToken)
    {
        var all = await account.Client.ListAsync("looking for the load balancer", "/v2/load_balancers", "load_balancers", cancellationToken);
        var found = all.Where(balancer => balancer["name"]?.ToString() == nameOrId).Select(json => new BalancerObject(json)).ToList();
        if (found.Count != 1)
        {
            throw new ProviderRefusedException(
                $"The account has '{found.Count}' load balancers with the name '{nameOrId}'. It must have one. {(found.Count == 0 ? "Correct 'loadBalancer'" : "Give its id in 'loadBalancer'")}.");
        }

        id = found[0].Id;
        return Noted(found[0]);
    }

    private BalancerObject Noted(BalancerObject balancer)
    {
        last = new Reading(balancer, account.Time.GetTimestamp());
        return balancer;
    }

    private sealed record Reading(BalancerObject Balancer, long At);
}
