using BlueGreenServerless.Documents;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Ports;

/// <summary>
/// A script for the hosts of a colour. The provider runs it with bash, with these variables in its environment:
/// <c>BLUEGREEN_COLOR</c> (blue or green), <c>BLUEGREEN_HOST</c> (the host's name), <c>BLUEGREEN_ARTIFACT</c> (path of the artifact's
/// file on that host; set when <see cref="Artifact"/> is) and, where hosts of one machine need it, <c>BLUEGREEN_DIRECTORY</c>.
/// </summary>
/// <param name="Id">Deterministic: release id, target, step. 1 to 128 characters of <c>[0-9A-Za-z._-]</c>.</param>
/// <param name="Color">Whose hosts; null means every host of the binding (a load balancer's own hosts).</param>
/// <param name="Script">Text for <c>bash -s</c>. It may run twice, also at the same time as an older run of itself.</param>
/// <param name="Artifact">Delivered to the host before the script runs; null when it needs none.</param>
/// <param name="Deadline">Time for one host, delivery included.</param>
/// <param name="OnlyFirst">Run on the first host only (migrations).</param>
public sealed record HostCommand(string Id, Color? Color, string Script, Artifact? Artifact, TimeSpan Deadline, bool OnlyFirst = false);
