using System.ComponentModel;

namespace BlueGreenServerless.Configuration.Tests.Samples;

/// <summary>A positional record: the binder must read those too.</summary>
public sealed record ShellOptions(
    [property: Description("Directories of the blue hosts.")] IReadOnlyList<string> Blue,
    [property: Description("Directories of the green hosts.")] IReadOnlyList<string> Green,
    [property: Description("Hosts worked on at once.")] int Parallel = 4);
