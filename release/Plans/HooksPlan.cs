using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("Shell commands that run on every host, in the directory of the new release (stop: of the old one).")]
public sealed record HooksPlan
{
    [Description("Stops the version that the idle colour still runs.")]
    [DataType(DataType.MultilineText)]
    public IReadOnlyList<string> Stop { get; init; } = [];

    [Description("Installs dependencies; the new version is unpacked and not yet current.")]
    [DataType(DataType.MultilineText)]
    public IReadOnlyList<string> Install { get; init; } = [];

    [Description("Starts the new version; it is current.")]
    [DataType(DataType.MultilineText)]
    public IReadOnlyList<string> Start { get; init; } = [];

    [Description("Proves on the host that the new version runs.")]
    [DataType(DataType.MultilineText)]
    public IReadOnlyList<string> Verify { get; init; } = [];
}
