using BlueGreenServerless.Cli.Hosting;

namespace BlueGreenServerless.Cli.Commands;

internal sealed class PushCommand() : ReleasingCommand(
    "push", "Uploads an artifact to the deployment in the cloud, releases it there and follows it to its end.", Hosts.Aws, makesDigest: true);
