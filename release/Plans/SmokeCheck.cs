using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("One request to the idle colour through its preview address, and what it must answer.")]
public sealed record SmokeCheck
{
    [Description("Path and query to request.")]
    [RegularExpression("^/([!-.0-~][!-~]*)?$", ErrorMessage = "a path that begins with one '/', in visible ASCII without spaces")]
    [StringLength(2048)]
    public required string Path { get; init; }

    [Description("Status that must come back.")]
    [Range(100, 599)]
    public int Expect { get; init; } = 200;

    [Description("Text that the body must contain; {{version}} and {{release}} are filled in.")]
    [StringLength(4096)]
    public string? Contains { get; init; }

    [Description("Time within which the whole answer must arrive.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    [Description("Request headers.")]
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
