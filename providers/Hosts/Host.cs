namespace BlueGreenServerless.Providers.Hosts;

/// <summary>One host of a pool.</summary>
/// <param name="Name">For people, and <c>BLUEGREEN_HOST</c>.</param>
/// <param name="Address">What the shell connects to; empty when there is nothing to connect to.</param>
/// <param name="Directory">Install directory of this host when it differs from the plan's; <c>BLUEGREEN_DIRECTORY</c>.</param>
internal sealed record Host(string Name, string Address, string? Directory, IReadOnlyDictionary<string, string> Environment);
