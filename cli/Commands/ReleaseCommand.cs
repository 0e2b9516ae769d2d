using BlueGreenServerless.Cli.Hosting;

namespace BlueGreenServerless.Cli.Commands;

internal sealed class ReleaseCommand() : ReleasingCommand(
    "release", "Releases an artifact to the idle colour, proves it, moves the traffic and watches.", Hosts.Local, makesDigest: false);
