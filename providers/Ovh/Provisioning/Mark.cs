using System.Text.RegularExpressions;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning;

/// <summary>
/// How the things that are made are named. OVH's load balancers and instances have no tags: the name is how they are found again, and the
/// only sign that they were made here.
/// </summary>
/// <param name="Environment">As in the user's file.</param>
internal sealed partial record Mark(string Environment)
{
    private string Prefix => $"bluegreen {Environment} ";

    /// <summary><c>bluegreen shop http-80 blue</c>, for what may have a free name.</summary>
    public string Of(params string[] words) => Prefix + string.Join(' ', words);

    /// <summary>The name of something that is of something else: <c>bluegreen shop http-80 blue blue-1</c>.</summary>
    public static string Below(string name, Machine machine) => $"{name} {machine.Name}";

    /// <summary><c>shop-blue-1</c>, for machines, which carry it as host name.</summary>
    public string Host(string machine) => $"{Environment}-{machine}";

    /// <summary>
    /// The colours whose machines are in a farm or pool of this name, also of one that is not in the file any more; both for a canary's.
    /// </summary>
    /// <returns>None when it was not made here.</returns>
    public IReadOnlyList<Color> ColorsIn(string? pool) =>
        !IsOn(pool) ? [] : Enum.TryParse<Color>(pool!.Split(' ')[^1], ignoreCase: true, out var color) ? [color] : Enum.GetValues<Color>();

    /// <summary>Shows a colour to those who ask for it, also when it is not in the file any more; users are elsewhere.</summary>
    public bool IsPreview(string? name) => IsOn(name) && name!.EndsWith(" preview", StringComparison.Ordinal);

    public bool IsOn(string? name) => name?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    public bool IsOnHost(string name) => name.StartsWith(Environment + "-", StringComparison.Ordinal) && MachineName().Match(name) is { Success: true } match && match.Index == Environment.Length;

    /// <summary>Of a machine's own things; null for what both colours share.</summary>
    public static Color? ColorOf(string name) =>
        MachineName().Match(name.Split(' ')[^1]) is { Success: true } match ? Enum.Parse<Color>(match.Groups["color"].Value, ignoreCase: true) : null;

    [GeneratedRegex(@"(^|-)(?<color>blue|green)-[0-9]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachineName();
}
