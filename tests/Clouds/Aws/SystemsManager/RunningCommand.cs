using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>A command that was sent, and its invocations.</summary>
public sealed class RunningCommand
{
    private readonly AwsDoubleOptions options;
    private readonly Input request;
    private int errors;

    internal RunningCommand(string id, Input request, IReadOnlyList<ManagedNode> nodes, AwsDoubleOptions options)
    {
        (Id, this.request, this.options) = (id, request, options);
        (Requested, Invocations) = (options.Clock.GetUtcNow(), [.. nodes.Select(node => new Invocation(node))]);
    }

    public string Id { get; }

    public DateTimeOffset Requested { get; }

    public IReadOnlyList<Invocation> Invocations { get; }

    /// <summary>Completes when every invocation is over.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    internal JsonObject Request => request.Fields;

    /// <summary>AWS shows invocations some time after the command.</summary>
    internal bool IsSeen => options.Clock.GetUtcNow() >= Requested + options.ReadLag;

    internal bool WasCancelled { get; private set; }

    internal TimeSpan Delivery => TimeSpan.FromSeconds(request.Number("TimeoutSeconds", 30, 2592000) ?? 3600);

    internal TimeSpan Execution => TimeSpan.FromSeconds(int.Parse(Single("executionTimeout") ?? "3600", CultureInfo.InvariantCulture));

    internal int MaxErrors => Count(request.Text("MaxErrors") ?? "0", 0);

    internal void Start(Action<Invocation> changed) => Done = RunAsync(changed);

    internal void Cancel(IReadOnlyList<string> nodes)
    {
        WasCancelled |= nodes.Count == 0;
        foreach (var invocation in Invocations.Where(invocation => !invocation.IsOver && (nodes.Count == 0 || nodes.Contains(invocation.Node.Id, StringComparer.Ordinal))))
        {
            if (invocation.Node.HeedsCancel || invocation.Started is null)
            {
                invocation.Cancelled.Cancel();
            }
        }
    }

    private async Task RunAsync(Action<Invocation> changed)
    {
        using var places = new SemaphoreSlim(Math.Max(1, Count(request.Text("MaxConcurrency") ?? "50", 1)));
        await Task.WhenAll(Invocations.Select(async invocation =>
        {
            await places.WaitAsync();
            await RunAsync(invocation);
            if (invocation.IsError)
            {
                Interlocked.Increment(ref errors);
            }

            places.Release();
            changed(invocation);
        }));
    }

    private async Task RunAsync(Invocation invocation)
    {
        var clock = options.Clock;
        if (Volatile.Read(ref errors) > MaxErrors)
        {
            invocation.End("Cancelled", "Terminated", clock.GetUtcNow());
            return;
        }

        if (invocation.Node.Agent == AgentBehavior.Undeliverable)
        {
            invocation.End("Failed", "Undeliverable", clock.GetUtcNow());
            return;
        }

        var delivery = Requested + Delivery - clock.GetUtcNow();
        var picks = invocation.Node.Agent is AgentBehavior.Works or AgentBehavior.DiesWhileRunning && invocation.Node.PickUp < delivery;
        if (!await PassedAsync(picks ? invocation.Node.PickUp : delivery, invocation))
        {
            invocation.End("Cancelled", "Cancelled", clock.GetUtcNow());
        }
        else if (!picks)
        {
            invocation.End("TimedOut", "DeliveryTimedOut", clock.GetUtcNow());
        }
        else
        {
            await ExecuteAsync(invocation);
        }
    }

    private async Task ExecuteAsync(Invocation invocation)
    {
        invocation.Begin(options.Clock.GetUtcNow());
        if (invocation.Node.Agent == AgentBehavior.DiesWhileRunning)
        {
            await PassedAsync(Requested + Delivery + Execution - options.Clock.GetUtcNow(), invocation);
            invocation.End("TimedOut", "DeliveryTimedOut", options.Clock.GetUtcNow());
            return;
        }

        using var limit = new CancellationTokenSource(Execution, options.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, invocation.Cancelled.Token);
        var lines = Parameter("commands") ?? [];
        var end = await (invocation.Node.Script?.Invoke(lines, stop.Token)
            ?? AgentScript.RunAsync(invocation.Node, Id, lines, Single("workingDirectory"), options.Region, stop.Token));
        invocation.Said(end.Code == 0 || end.WasStopped ? end : end with { Error = $"{end.Error}failed to run commands: exit status {end.Code}" });
        var (status, details) = (end.WasStopped, invocation.Cancelled.IsCancellationRequested) switch
        {
            (true, true) => ("Cancelled", "Cancelled"),
            (true, false) => ("TimedOut", "ExecutionTimedOut"),
            _ => end.Code == 0 ? ("Success", "Success") : ("Failed", "Failed"),
        };
        invocation.End(status, details, options.Clock.GetUtcNow());
    }

    private async Task<bool> PassedAsync(TimeSpan time, Invocation invocation)
    {
        try
        {
            await Task.Delay(time > TimeSpan.Zero ? time : TimeSpan.Zero, options.Clock, invocation.Cancelled.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private IReadOnlyList<string>? Parameter(string name) => request.Item("Parameters") is { } parameters && parameters.Has(name) ? parameters.Texts(name) : null;

    private string? Single(string name) => Parameter(name) is [var value, ..] ? value : null;

    // A number, or so many percent of the nodes
    private int Count(string text, int least) => text.EndsWith('%')
        ? Math.Max(least, (int)(Invocations.Count * double.Parse(text[..^1], CultureInfo.InvariantCulture) / 100))
        : int.Parse(text, CultureInfo.InvariantCulture);
}
