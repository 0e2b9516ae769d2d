using System.CommandLine;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

internal sealed class HistoryCommand : HostedCommand
{
    private readonly Option<int> _limit = new("--limit") { Description = "How many releases, newest first.", DefaultValueFactory = _ => 20, HelpName = "count" };
    private readonly Option<bool> _audit = new("--audit") { Description = "Also what people did by hand." };

    public HistoryCommand()
        : base("history", "Releases of the app, newest first, and why they ended.")
    {
        _limit.Validators.Add(Limits.Within(_limit, 1, 10_000));
        Add(_limit);
        Add(_audit);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var count = parsed.GetRequiredValue(_limit);
        var releases = await session.Store.HistoryAsync(session.App, count, cancellationToken);
        var entries = parsed.GetValue(_audit) ? await session.Store.AuditAsync(session.App, count, cancellationToken) : [];
        session.Output.Answer(
            new { app = session.App, releases = releases.Select(ReleaseSummary.Of), audit = entries },
            HistoryText.Of(session.App, releases, entries));
        return ExitCodes.Done;
    }
}
