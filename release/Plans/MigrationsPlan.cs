using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("Database migrations in the expand/contract pattern. Each runs once per release, on one host.")]
public sealed record MigrationsPlan
{
    [Description("Adds what the new version needs, in a way that the old version can live with. Runs before the install hooks.")]
    [DataType(DataType.MultilineText)]
    public string? Expand { get; init; }

    [Description("Removes what only the old version needed. Runs when the rollback window has closed, never while the old version may be needed.")]
    [DataType(DataType.MultilineText)]
    public string? Contract { get; init; }
}
