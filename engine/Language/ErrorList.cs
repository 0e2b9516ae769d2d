using System.Text.Json;

namespace BlueGreenServerless.Engine.Language;

/// <summary>ErrorEquals of a retrier or catcher: at least one name; States.ALL only by itself.</summary>
internal static class ErrorList
{
    public static IReadOnlyList<string> Read(Fields fields)
    {
        var items = fields.Items("ErrorEquals");
        if (items.Count == 0 || items.Any(item => item.ValueKind != JsonValueKind.String))
        {
            fields.Report("the field 'ErrorEquals' must be a list of at least one error name");
            return [];
        }

        var names = items.Select(item => item.GetString()!).ToArray();
        if (names.Contains(ErrorNames.All, StringComparer.Ordinal) && names.Length > 1)
        {
            fields.Report("the field 'ErrorEquals' has States.ALL beside other names; it must stand alone");
        }

        return names;
    }
}
