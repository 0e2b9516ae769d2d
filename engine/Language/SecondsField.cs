using System.Text.Json;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Language;

/// <summary>A number of seconds, written (<c>TimeoutSeconds</c>) or found in the input (<c>TimeoutSecondsPath</c>).</summary>
internal sealed class SecondsField
{
    private readonly string name;
    private readonly decimal? seconds;
    private readonly ReferencePath? path;

    private SecondsField(string name, decimal? seconds, ReferencePath? path)
    {
        this.name = name;
        this.seconds = seconds;
        this.path = path;
    }

    /// <summary>Null when neither field is there.</summary>
    public static SecondsField? Read(Fields fields, string name, decimal least)
    {
        var field = new SecondsField(name, fields.Number(name, least), fields.Path(name + "Path"));
        if (fields.Has(name) && fields.Has(name + "Path"))
        {
            fields.Report($"it has both '{name}' and '{name}Path'. One is allowed");
        }

        return fields.Has(name) || fields.Has(name + "Path") ? field : null;
    }

    /// <summary>
    /// From a path any number from 0 to 99,999,999 is taken, parts of a second too. Step Functions takes whole ones only; a
    /// machine of one's own may well pause for half a second.
    /// </summary>
    public TimeSpan Get(Scope scope)
    {
        const decimal Most = 99_999_999;
        if (path is null)
        {
            return TimeSpan.FromSeconds((double)(seconds ?? 0));
        }

        var value = scope.Get(path, name + "Path");
        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number is >= 0 and <= Most
            ? TimeSpan.FromTicks((long)(number * TimeSpan.TicksPerSecond))
            : throw new StateFailedException(
                ErrorNames.Runtime, $"The path '{path}' of the field '{name}Path' finds '{value.GetRawText()}'. A number from 0 to {Most} is allowed.");
    }
}
