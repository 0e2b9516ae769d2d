using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Language;

/// <summary>Reads the fields of one object of a definition, reports what is wrong, and in the end every field that nobody asked for.</summary>
internal sealed class Fields(JsonElement source, string place, Faults faults)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal) { "Comment" };

    public string Place { get; } = place;

    public Faults Faults { get; } = faults;

    public bool Has(string name) => source.TryGetProperty(name, out _);

    public JsonElement? Raw(string name)
    {
        known.Add(name);
        return source.TryGetProperty(name, out var value) ? value : null;
    }

    public string? Text(string name)
    {
        var value = Raw(name);
        if (value is { ValueKind: not JsonValueKind.String })
        {
            Wrong(name, value.Value, "text");
        }

        return value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }

    public string RequiredText(string name)
    {
        if (!Has(name))
        {
            Report($"the field '{name}' is missing");
        }

        return Text(name) ?? string.Empty;
    }

    public bool? Flag(string name)
    {
        var value = Raw(name);
        if (value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            Wrong(name, value.Value, "true or false");
        }

        return value is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;
    }

    /// <summary>A number not below the least one allowed.</summary>
    public decimal? Number(string name, decimal least, bool whole = true)
    {
        if (Raw(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= least
            && (!whole || decimal.IsInteger(number)))
        {
            return number;
        }

        Wrong(name, value, $"a{(whole ? " whole" : string.Empty)} number of at least {least}");
        return null;
    }

    public ReferencePath? Path(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var path = PathParser.Parse(text, out var fault);
        if (fault is not null)
        {
            Report($"the field '{name}': {fault}");
        }

        return path;
    }

    public Template? Template(string name)
    {
        if (Raw(name) is not { } value)
        {
            return null;
        }

        return Paths.Template.Parse(value, name, fault => Report($"the field {fault}"));
    }

    public IReadOnlyList<JsonElement> Items(string name)
    {
        var value = Raw(name);
        if (value is { ValueKind: not JsonValueKind.Array })
        {
            Wrong(name, value.Value, "an array");
        }

        return value is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];
    }

    public IEnumerable<Fields> Objects(string name)
    {
        var index = 0;
        foreach (var item in Items(name))
        {
            yield return Inner(item, $"{name}[{index++}]");
        }
    }

    public Fields Inner(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            Wrong(name, item, "an object");
            return new Fields(JsonText.EmptyObject, $"{Place}, {name}", Faults);
        }

        return new Fields(item, $"{Place}, {name}", Faults);
    }

    public IEnumerable<string> Names => source.EnumerateObject().Select(member => member.Name);

    public void Report(string fault) => Faults.Add(Place, fault);

    public void Wrong(string name, JsonElement value, string allowed) =>
        Report($"the field '{name}' is '{value.GetRawText()}'. Allowed is {allowed}");

    /// <summary>Reports the fields that nobody asked for.</summary>
    public void Done()
    {
        foreach (var name in Names.Where(name => !known.Contains(name)))
        {
            Report($"the field '{name}' is not known here. Known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }
    }
}
