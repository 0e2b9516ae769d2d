using System.CommandLine;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Takes the lock away from a release that no process will ever finish. The late owner is fenced off.</summary>
internal sealed class UnlockCommand : HostedCommand
{
    private readonly Option<string> _reason = CommonOptions.Reason();
    private readonly Option<string> _by = CommonOptions.By();

    public UnlockCommand()
        : base("unlock", "Takes the lock of the app away from whoever holds it. Audited. 'bluegreen resume' is nearly always the better way.")
    {
        Add(_reason);
        Add(_by);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var broken = await session.Store.BreakLockAsync(session.App, cancellationToken);
        if (broken is not null)
        {
            await session.AuditAsync(
                "unlock", parsed.GetRequiredValue(_by), $"{parsed.GetRequiredValue(_reason)} (was held by {broken.Owner} until {broken.ExpiresAt:u})", cancellationToken);
        }

        session.Output.Answer(
            new { app = session.App, broken },
            broken is null ? $"The lock of '{session.App}' was free." : $"The lock of '{session.App}' is free. '{broken.Owner}' held it until {broken.ExpiresAt:u}; what it still writes is refused.");
        return ExitCodes.Done;
    }
}
