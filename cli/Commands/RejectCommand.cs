namespace BlueGreenServerless.Cli.Commands;

internal sealed class RejectCommand() : ApprovalAnswer("reject", "Ends the release that waits for a person, before any traffic moves.", approved: false);
