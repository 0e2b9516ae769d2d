using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Narration;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>What the demo does to its users: three releases, one of them bad, and a way back.</summary>
internal sealed class DemoStory(OneMachine machine, ReleaseConfiguration plan, DemoSites sites, DemoUsers users, DemoScreen screen, CommandOutput output)
{
    /// <summary>Healthy and right at first, it starts to fail when real users come.</summary>
    public const string Broken = "3";

    private const string By = "demo";
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly List<DemoMove> _moves = [];
    private readonly List<string> _faults = [];

    public IReadOnlyList<DemoMove> Moves => _moves;

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Plays all four parts, or up to the first that does not end as it must.</summary>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        screen.Begin("1/4  Version 2 is released by canary");
        if (await ReleaseAsync("2", from: "1", Outcome.Completed, "none", cancellationToken) is null)
        {
            return;
        }

        screen.Begin("2/4  Version 3 is healthy and passes its smoke test, and fails under real traffic");
        if (await ReleaseAsync(Broken, from: "2", Outcome.RolledBack, "errors", cancellationToken) is null)
        {
            return;
        }

        screen.Begin("3/4  Version 4 repairs it");
        if (await ReleaseAsync("4", from: "2", Outcome.Completed, "none", cancellationToken) is { } last)
        {
            screen.Begin("4/4  Somebody does not like version 4: back to version 2 by hand, out of the rollback window");
            await RollbackByHandAsync(last, from: "4", to: "2", cancellationToken);
        }
    }

    /// <returns>The release's id; null when it did not end as expected.</returns>
    private async Task<string?> ReleaseAsync(string version, string from, Outcome expected, string fault, CancellationToken cancellationToken)
    {
        var path = await sites.PackAsync(version, fault, cancellationToken);
        // The address as text with its scheme, since a Uri made of a path keeps the path as its text.
        var artifact = new Artifact(new Uri(new Uri(path).AbsoluteUri), version);
        var asked = await machine.Trigger.ReleaseAsync(new ReleaseRequest(plan, artifact, By), cancellationToken);
        await Follower().UntilClosedAsync(EmbeddedDefinitions.Release, asked.ReleaseId, cancellationToken);
        await Task.Delay(LastWords, machine.Time, cancellationToken);

        var record = await machine.Store.FindAsync(plan.App, asked.ReleaseId, cancellationToken);
        if (record?.Outcome != expected)
        {
            _faults.Add($"the release of version {version} ended as {record?.Outcome} and not as {expected}: {record?.Failure?.Error} {record?.Failure?.Cause}");
            return null;
        }

        await (expected == Outcome.Completed ? SwitchedAsync(asked.ReleaseId, from, version, cancellationToken) : RolledBackAsync(asked.ReleaseId, version, from, cancellationToken));
        return asked.ReleaseId;
    }

    private async Task RollbackByHandAsync(string release, string from, string to, CancellationToken cancellationToken)
    {
        var decided = machine.Time.GetUtcNow();
        var asked = await machine.Trigger.RollbackAsync(new RollbackRequest(plan.App, By, "the demo's last act", release), cancellationToken);
        var closed = await Follower().OnlyNewsUntilClosedAsync(EmbeddedDefinitions.Rollback, asked.Execution ?? asked.ReleaseId, cancellationToken);
        await Task.Delay(LastWords, machine.Time, cancellationToken);
        if (closed.Status != ExecutionStatus.Succeeded)
        {
            _faults.Add($"the rollback by hand ended as {closed.Status}: {closed.Error}: {closed.Cause}");
        }

        Moved("rollback by hand", from, to, decided, closed.Stopped);
    }

    private ReleaseFollower Follower() => new(new JournalLog(machine.Journal), output, machine.Time, TimeSpan.FromMilliseconds(200)) { Instead = line => screen.Say(line.ToText(0), line.Failed) };

    /// <summary>The decision to give the new version all users is the last time that the machine enters ShiftTargets.</summary>
    private async Task SwitchedAsync(string release, string from, string to, CancellationToken cancellationToken)
    {
        var history = await machine.Journal.HistoryAsync(EmbeddedDefinitions.Release, release, 0, cancellationToken);
        var closed = await machine.Journal.DescribeAsync(EmbeddedDefinitions.Release, release, cancellationToken);
        if (history.LastOrDefault(entry => entry is { State: "ShiftTargets", Branch: "" } && entry.Type.EndsWith("StateEntered", StringComparison.Ordinal)) is { } decided)
        {
            Moved("switch", from, to, decided.Timestamp, closed?.Stopped);
        }
    }

    /// <summary>The decision to go back is the start of the rollback's execution.</summary>
    private async Task RolledBackAsync(string release, string from, string to, CancellationToken cancellationToken)
    {
        if (await machine.Journal.DescribeAsync(EmbeddedDefinitions.Rollback, release, cancellationToken) is { } rollback)
        {
            Moved("rollback by itself", from, to, rollback.Started, rollback.Stopped);
        }
    }

    private void Moved(string what, string from, string to, DateTimeOffset decided, DateTimeOffset? ended)
    {
        var silence = (users.LastAnswer(from) ?? decided) - decided;
        _moves.Add(new DemoMove(what, from, to, silence > TimeSpan.Zero ? silence : TimeSpan.Zero, (ended ?? machine.Time.GetUtcNow()) - decided));
        screen.Say($"Version {from} answered its last user {Math.Max(0, silence.TotalMilliseconds):0} ms after the decision; version {to} has them all.");
    }
}
