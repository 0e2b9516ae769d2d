namespace BlueGreenServerless.Cli.Commands;

internal sealed class ApproveCommand() : ApprovalAnswer("approve", "Lets the release that waits for a person move its traffic.", approved: true);
