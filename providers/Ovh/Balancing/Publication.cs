using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>Makes staged changes live: one refresh at a time, followed to its end.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>a refresh runs already (todo, doing)</term><description>waited for</description></item>
/// <item><term>OVH is busy (409)</term><description>asked again, until the time is over</description></item>
/// <item><term>done</term><description>published</description></item>
/// <item><term>error, cancelled</term><description>unavailable: what is live is not known, so it is published again or put back</description></item>
/// <item><term>blocked, or not done in time</term><description>unavailable; the next try waits for the same one</description></item>
/// </list>
/// </remarks>
internal sealed class Publication(BalancerApi api, BalancerPace pace)
{
    /// <summary>Publishes what is staged. No other refresh runs, as far as <see cref="QuietAsync"/> saw.</summary>
    public async Task RefreshAsync(string? zone, Patience patience, CancellationToken cancellationToken)
    {
        long? task = null;
        var asked = await pace.HoldsAsync(async () => (task = await AskAsync(zone, cancellationToken)) is not null, patience.Left, api.Time, cancellationToken);
        if (!asked || task is not { } id)
        {
            throw new ProviderUnavailableException($"OVH was busy with other changes of '{api.Service}' for '{patience.Limit.TotalSeconds}' s. Only one is published at a time. It is tried again.");
        }

        await FollowAsync(id, patience, cancellationToken);
    }

    /// <summary>Returns when no refresh runs.</summary>
    public async Task QuietAsync(Patience patience, CancellationToken cancellationToken)
    {
        if (!await pace.HoldsAsync(async () => !await RunsAsync(cancellationToken), patience.Left, api.Time, cancellationToken))
        {
            throw StillRuns(patience.Limit);
        }
    }

    public ProviderUnavailableException StillRuns(TimeSpan waited) => new(
        $"Another refresh of '{api.Service}' has not ended for '{waited.TotalSeconds}' s. Only one can run. It is tried again; look at its task at OVH if it lasts.");

    /// <summary>The newest refresh, 0 when there was none. OVH counts its tasks upwards.</summary>
    public async Task<long> NewestAsync(CancellationToken cancellationToken) => (await api.RefreshesAsync(null, cancellationToken)).DefaultIfEmpty(0).Max();

    /// <summary>The newest refresh that is done, 0 when there was none.</summary>
    public async Task<long> NewestDoneAsync(CancellationToken cancellationToken) => (await api.RefreshesAsync("done", cancellationToken)).DefaultIfEmpty(0).Max();

    /// <remarks>In the order of a task's life: one that goes on from 'todo' to 'doing' between the two questions is not missed.</remarks>
    public async Task<bool> RunsAsync(CancellationToken cancellationToken) =>
        (await api.RefreshesAsync("todo", cancellationToken)).Count > 0 || (await api.RefreshesAsync("doing", cancellationToken)).Count > 0;

    private async Task<long?> AskAsync(string? zone, CancellationToken cancellationToken)
    {
        var answer = await api.RefreshAsync(zone, cancellationToken);
        if (answer.IsBusy)
        {
            return null;
        }

        return answer.Json($"publishing the changes of '{api.Service}'") is JsonObject task && (long?)task["id"] is { } id ? id
            : throw new ProviderUnavailableException($"OVH published the changes of '{api.Service}' without a task to follow. It must give one. It is tried again.");
    }

    private async Task FollowAsync(long task, Patience patience, CancellationToken cancellationToken)
    {
        var status = "todo";
        await pace.HoldsAsync(
            async () => (status = await api.TaskStatusAsync(task, cancellationToken)) is "done" or "error" or "cancelled", patience.Left, api.Time, cancellationToken);
        if (status != "done")
        {
            throw new ProviderUnavailableException(
                $"OVH's task '{task}', which publishes the changes of '{api.Service}', is '{status}'. It must become 'done'. It is tried again; ask OVH with the task's number if it lasts.");
        }
    }
}
