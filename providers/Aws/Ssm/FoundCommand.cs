using Amazon.SimpleSystemsManagement.Model;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <param name="Command">Null while AWS does not show it.</param>
internal sealed record FoundCommand(Command? Command);
