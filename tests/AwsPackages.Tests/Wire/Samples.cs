using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using BlueGreenServerless.AwsPackages.Tests.Surface;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>For any shape: an object with every member set, and the same content as the surface file says it looks on the wire.</summary>
internal sealed class Samples(string service, Func<DateTime, JsonNode> time)
{
    private const string KeyPrefix = "Key of ";

    private static readonly DateTime Moment = new(2026, 11, 20, 10, 11, 12, DateTimeKind.Utc);

    public static object Filled(Type type)
    {
        var shape = Activator.CreateInstance(type)!;
        foreach (var property in Bundled.OwnProperties(type))
            property.SetValue(shape, Value(property.PropertyType, property.Name));
        return shape;
    }

    /// <summary>An object as text, to compare two of them by their content.</summary>
    public static JsonNode? Content(object? value) => value switch
    {
        null => null,
        ConstantClass constant => constant.Value,
        string or int or long or double or bool => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Content(map[key])))),
        IEnumerable list => new JsonArray([.. list.Cast<object>().Select(Content)]),
        _ => new JsonObject(Bundled.OwnProperties(value.GetType()).Select(property => KeyValuePair.Create(property.Name, Content(property.GetValue(value))))),
    };

    /// <summary>Maps look like shapes in JSON; their keys are not names of members.</summary>
    public static bool IsMap(JsonObject wire) => wire.All(member => member.Key.StartsWith(KeyPrefix, StringComparison.Ordinal)) && wire.Count > 0;

    /// <summary>Only the members that the bundled class has: it may be a subset.</summary>
    public JsonObject OnTheWire(string shape)
    {
        var bundled = Bundled.OwnProperties(Bundled.Model(service, shape)).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        return new JsonObject(AwsSurface.Members(service, shape)!.Where(member => bundled.Contains(member.Key))
            .Select(member => KeyValuePair.Create(member.Value.Wire, Wire(member.Value.Type, member.Key)))!);
    }

    private JsonNode Wire(string type, string name)
    {
        if (type.StartsWith("List<", StringComparison.Ordinal))
            return new JsonArray(Wire(type[5..^1], name));
        if (type.StartsWith("Dictionary<string, ", StringComparison.Ordinal))
            return new JsonObject { [KeyPrefix + name] = Wire(type["Dictionary<string, ".Length..^1], name) };
        return type.TrimEnd('?') switch
        {
            "string" => "A & B <" + name + ">",
            "int" => 7,
            "long" => 5_000_000_000,
            "double" => 0.25,
            "bool" => true,
            "DateTime" => time(Moment),
            var shape => AwsSurface.Values(service, shape) is null ? OnTheWire(shape) : "new-value",
        };
    }

    private static object Value(Type declared, string name)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsSubclassOf(typeof(ConstantClass)))
            return Activator.CreateInstance(type, "new-value")!;
        if (type.IsGenericType)
            return Collection(type, name);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "A & B <" + name + ">",
            TypeCode.Int32 => 7,
            TypeCode.Int64 => 5_000_000_000,
            TypeCode.Double => 0.25,
            TypeCode.Boolean => true,
            TypeCode.DateTime => Moment,
            _ => Filled(type),
        };
    }

    private static object Collection(Type type, string name)
    {
        var collection = Activator.CreateInstance(type)!;
        if (collection is IDictionary map)
            map.Add(KeyPrefix + name, Value(type.GenericTypeArguments[1], name));
        else
            ((IList)collection).Add(Value(type.GenericTypeArguments[0], name));
        return collection;
    }
}
