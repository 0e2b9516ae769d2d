namespace BlueGreenServerless.Providers.Ovh.Provisioning;

/// <summary>
/// How the things that are made are named. OVH's load balancers and instances have no tags: the name is how they are found again, and the
/// only sign that they were made here.
/// </summary>
/// <param name="Environment">As in the user's file.</param>
internal sealed record Mark(string Environment)
{
    /// <summary><c>bluegreen shop http-80 blue</c>, for what may have a free name.</summary>
    public string Of(params string[] words) => $"bluegreen {Environment} {string.Join(' ', words)}";

    /// <summary><c>shop-blue-1</c>, for machines, which carry it as host name.</summary>
    public string Host(string machine) => $"{Environment}-{machine}";
}
