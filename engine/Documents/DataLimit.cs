using System.Text.Json;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Documents;

/// <summary>What a state takes in or gives out may have 256 KiB (Step Functions quota "Maximum input or output size for a task, state, or execution").</summary>
internal static class DataLimit
{
    public const int Bytes = 256 * 1024;

    public static JsonElement Check(JsonElement value, string what)
    {
        var size = JsonText.Size(value);
        return size <= Bytes
            ? value
            : throw new StateFailedException(
                ErrorNames.DataLimitExceeded,
                $"{what} has '{size}' bytes. At most {Bytes} are allowed. Keep lists and texts out of the document.");
    }
}
