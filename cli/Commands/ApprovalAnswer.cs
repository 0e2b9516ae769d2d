using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>A person's answer to the release that waits for it.</summary>
internal abstract class ApprovalAnswer : HostedCommand
{
    private readonly bool _approved;
    private readonly Option<string?> _comment = new("--comment") { Description = "A word for the record.", HelpName = "text" };
    private readonly Option<string> _by = CommonOptions.By();

    protected ApprovalAnswer(string name, string description, bool approved)
        : base(name, description)
    {
        _approved = approved;
        Add(_comment);
        Add(_by);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var pending = await session.Store.FindPendingApprovalAsync(session.App, cancellationToken) ?? throw new ReleaseNotFoundException(
            $"No release of '{session.App}' waits for an approval. 'bluegreen status' shows what runs.");
        var answer = new Approval(_approved, parsed.GetRequiredValue(_by), parsed.GetValue(_comment), session.Time.GetUtcNow());
        await session.Host.AnswerAsync(pending.Token, ReleaseJson.ToElement(answer), cancellationToken);
        await session.Store.ClearPendingApprovalAsync(session.App, pending.ReleaseId, cancellationToken);
        await session.AuditAsync(Name, answer.By, $"{pending.ReleaseId}{(answer.Comment is { } comment ? $": {comment}" : "")}", cancellationToken);
        session.Output.Answer(
            new { release = pending.ReleaseId, answer },
            $"'{pending.ReleaseId}' is {(_approved ? "approved; its traffic moves next" : "rejected; it is abandoned and users see nothing of it")}.");
        await session.AdviseWhenNobodyRunsAsync(pending.ReleaseId, cancellationToken);
        return ExitCodes.Done;
    }
}
