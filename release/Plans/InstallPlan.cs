using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("How an artifact becomes a running version on a host.")]
public sealed record InstallPlan
{
    [Description("Absolute directory on the host; releases/<release id> are unpacked below it and 'current' links to the newest.")]
    [RegularExpression("^/[A-Za-z0-9._/+-]*[A-Za-z0-9._+-]$", ErrorMessage = "an absolute path of A-Z, a-z, 0-9 and '._/+-', not ending with '/'")]
    [StringLength(1024)]
    public required string Directory { get; init; }

    [Description("Releases kept on the host, the new one included.")]
    [Range(2, 100)]
    public int Keep { get; init; } = 5;

    [Description("Largest size that an artifact may unpack to, in MiB.")]
    [Range(1, 1_048_576)]
    public int MaxUnpackedMiB { get; init; } = 2048;

    [Description("Shell commands of the application's life on a host.")]
    public HooksPlan Hooks { get; init; } = new();

    [Description("Database migrations.")]
    public MigrationsPlan Migrations { get; init; } = new();
}
