using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>Moves traffic by the weights of two fixed target groups in the actions of listeners and rules. Target groups never change.</summary>
internal sealed class AwsRouter(AwsOptions options, AwsAccount account) : ITrafficRouter, IDiagnosed
{
    private readonly ColorGroups groups = new(options.Blue, options.Green);
    private readonly Routes routes = new(account);
    private readonly TargetHealthReader health = new(account);
    private readonly TestRoute? test = options.Preview is { } preview ? new TestRoute(preview, options.PreviewAddress, new Routes(account), account) : null;

    public RouterAbilities Abilities { get; } = new(
        Weights: true, Preview: options.Preview is not null,
        Says: "AWS load balancers divide traffic by the weights of target groups; a preview needs 'preview', the ARN of a test listener or test rule");

    public async Task<TrafficState> DescribeAsync(CancellationToken cancellationToken) =>
        State(await routes.ReadAsync(options.Listeners, Urgency.Move, cancellationToken));

    public async Task<TrafficState> DescribeUrgentlyAsync(CancellationToken cancellationToken) =>
        State(await routes.ReadAsync(options.Listeners, Urgency.Restore, cancellationToken));

    /// <remarks>
    /// <list type="table">
    /// <item><term>the colour is a member of every production action</term><description>nothing is written there</description></item>
    /// <item><term>it is not</term><description>added with weight 0: health checks run only in groups that a listener uses</description></item>
    /// <item><term>clients are held by a cookie (group stickiness)</term><description>not added, because old cookies would lead to it; the test route makes it checked</description></item>
    /// <item><term>there is a test route</term><description>pointed at the colour</description></item>
    /// </list>
    /// </remarks>
    public async Task AttachAsync(Color color, CancellationToken cancellationToken)
    {
        foreach (var (arn, list) in await routes.ReadAsync(options.Listeners, Urgency.Move, cancellationToken))
        {
            var forward = new WeightedForward(arn, list, groups);
            var attached = forward.IsSticky ? Checkable(arn, list) : forward.Attached(color);
            await WriteAsync(arn, list, attached, Urgency.Move, cancellationToken);
        }

        if (options.Preview is { } preview)
        {
            var list = (await routes.ReadAsync([preview], Urgency.Move, cancellationToken))[preview];
            await WriteAsync(preview, list, new WeightedForward(preview, list, groups).Pointed(color), Urgency.Move, cancellationToken);
        }
    }

    /// <remarks>
    /// One write for each listener or rule, each read back before the next.
    /// <list type="table">
    /// <item><term>a route is as wanted</term><description>no write</description></item>
    /// <item><term>one of several cannot be written</term><description>those that were are put back, so that all agree again, and the failure is passed on</description></item>
    /// <item><term>that fails as well, or the process ends in between</term><description>the routes disagree: read as a divided traffic, which a release takes for foreign and rolls back</description></item>
    /// </list>
    /// </remarks>
    public async Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken)
    {
        var before = await routes.ReadAsync(options.Listeners, Urgency.Move, cancellationToken);
        var wanted = before.ToDictionary(route => route.Key, route => new WeightedForward(route.Key, route.Value, groups).Shifted(split), StringComparer.Ordinal);
        var (read, touched) = (new Dictionary<string, ActionList>(before, StringComparer.Ordinal), new List<string>());
        try
        {
            foreach (var arn in options.Listeners.Where(arn => !before[arn].IsSame(wanted[arn])))
            {
                touched.Add(arn);
                read[arn] = await routes.WriteAsync(arn, wanted[arn], Urgency.Move, cancellationToken);
            }
        }
        catch (ReleaseException fault) when (options.Listeners.Count > 1)
        {
            await PutBackAsync(before, touched, fault, cancellationToken);
            throw;
        }

        return State(read);
    }

    /// <summary>
    /// Writes the actions of the snapshot as they were. Where a cookie holds clients, a colour that had no traffic is left out: only that
    /// takes its clients away at once.
    /// </summary>
    public async Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken)
    {
        var wanted = AwsSnapshot.Read(snapshot);
        foreach (var (arn, list) in await routes.ReadAsync([.. wanted.Keys], Urgency.Restore, cancellationToken))
        {
            var forward = new WeightedForward(arn, wanted[arn], groups);
            await WriteAsync(arn, list, forward.IsSticky ? forward.Shifted(forward.Split()) : wanted[arn], Urgency.Restore, cancellationToken);
        }

        return State(await routes.ReadAsync(options.Listeners, Urgency.Restore, cancellationToken));
    }

    public Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken) => health.ReadAsync(groups.Of(color), cancellationToken);

    /// <summary>Load balancers of AWS do not tell how many connections a target group has.</summary>
    public Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    public PreviewAddress? Preview(Color color) => test?.Address();

    public Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken) => new RouterExamination(options, account).RunAsync(cancellationToken);

    private async Task WriteAsync(string arn, ActionList before, ActionList wanted, Urgency urgency, CancellationToken cancellationToken)
    {
        if (!before.IsSame(wanted))
        {
            await routes.WriteAsync(arn, wanted, urgency, cancellationToken);
        }
    }

    private async Task PutBackAsync(SortedDictionary<string, ActionList> before, List<string> touched, ReleaseException fault, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (arn, list) in await routes.ReadAsync(touched, Urgency.Restore, cancellationToken))
            {
                await WriteAsync(arn, list, before[arn], Urgency.Restore, cancellationToken);
            }
        }
        catch (ReleaseException second)
        {
            throw new ProviderUnavailableException($"{fault.Message} The routes that were written already could not be put back: {second.Message}", second);
        }
    }

    private TrafficState State(IReadOnlyDictionary<string, ActionList> read)
    {
        var splits = read.Select(route => new WeightedForward(route.Key, route.Value, groups).Split()).Distinct().ToList();
        var split = splits.Count == 1 ? splits[0] : TrafficSplit.Toward(Color.Green, Math.Clamp((int)splits.Average(each => each.Green), 1, 99));
        return new TrafficState(split, AwsSnapshot.Of(read));
    }

    private ActionList Checkable(string arn, ActionList list) => options.Preview is not null ? list
        : throw new NotSupportedByTargetException(
            $"The route '{arn}' holds clients on their target group by a cookie, so an idle colour cannot wait in it. Without 'preview' it would never be health-checked. " +
            "Give 'preview', a test listener or test rule, or switch group stickiness off.");
}
