using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using BlueGreenServerless.Configuration.Scalars;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>Reads the shape of a record type: its properties, their annotations and their defaults.</summary>
public static class ShapeReader
{
    private const int Deepest = 10;

    /// <exception cref="InvalidOperationException">A property has a type that no YAML stands for: a fault of ours or of a provider.</exception>
    public static RecordShape Of(Type type) => Record(type, 0);

    private static RecordShape Record(Type type, int depth)
    {
        if (depth > Deepest)
        {
            throw new InvalidOperationException($"The type '{type}' of the configuration contains itself.");
        }

        var defaults = Defaults(type);
        var parameters = type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).ToList();
        var keys = InOrder(type)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null && IsGiven(property, parameters))
            .Select(property => Key(property, parameters.Find(parameter => parameter.Name == property.Name), defaults, depth));
        return new RecordShape(type, DescriptionOf(type), [.. keys]);
    }

    private static KeyShape Key(PropertyInfo property, ParameterInfo? parameter, object? defaults, int depth)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var attributes = property.GetCustomAttributes().Concat(parameter?.GetCustomAttributes() ?? []).ToList();
        var required = defaults is null
            ? parameter is { HasDefaultValue: false } || (parameter is null && property.IsDefined(typeof(RequiredMemberAttribute)))
            : property.IsDefined(typeof(RequiredMemberAttribute));
        var fallback = defaults is null ? parameter?.DefaultValue as object : property.GetValue(defaults);
        return new KeyShape(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name), ShapeOf(type, property, depth + 1), required, required ? null : fallback,
            attributes.OfType<DescriptionAttribute>().FirstOrDefault()?.Description ?? "",
            Limits.Of(WithinInt(type, attributes), counted: ItemOf(type) is not null || ValueOf(type) is not null));
    }

    private static List<Attribute> WithinInt(Type type, List<Attribute> attributes) =>
        type == typeof(int) && !attributes.OfType<RangeAttribute>().Any() ? [.. attributes, new RangeAttribute(int.MinValue, int.MaxValue)] : attributes;

    private static Shape ShapeOf(Type type, PropertyInfo property, int depth)
    {
        if (type == typeof(PortBinding))
        {
            var binds = property.GetCustomAttribute<BindsPortAttribute>();
            return property.DeclaringType == typeof(TargetPlan)
                ? new BindingShape(Enum.Parse<PortKind>(property.Name))
                : new BindingShape(binds?.Port ?? PortKind.Hosts, binds?.IsFilledIn ?? false);
        }

        if (ScalarCatalog.For(type) is { } scalar)
        {
            return new ScalarShape(scalar);
        }

        if ((ValueOf(type) ?? ItemOf(type)) is { } item)
        {
            var shape = ShapeOf(Nullable.GetUnderlyingType(item) ?? item, property, depth);
            return ValueOf(type) is null ? new ListShape(shape) : new MapShape(shape);
        }

        return type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
            ? Record(type, depth)
            : throw new InvalidOperationException($"The property '{property.DeclaringType}.{property.Name}' has the type '{type}', which has no form in YAML.");
    }

    // the properties of a base record come first; reflection has them last
    private static IEnumerable<PropertyInfo> InOrder(Type type) =>
        (type.BaseType is { } parent && parent != typeof(object) ? InOrder(parent) : [])
        .Concat(type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));

    private static bool IsGiven(PropertyInfo property, List<ParameterInfo> parameters) =>
        property.GetIndexParameters().Length == 0 && (property.CanWrite || parameters.Exists(parameter => parameter.Name == property.Name));

    // reflection does not insist on required members, so this also works for records that have some
    private static object? Defaults(Type type) => type.GetConstructor(Type.EmptyTypes)?.Invoke(null);

    private static string DescriptionOf(Type type) => type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";

    private static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType()
        : Argument(type, 0, typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>), typeof(IList<>), typeof(List<>));

    private static Type? ValueOf(Type type) =>
        Argument(type, 1, typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>));

    private static Type? Argument(Type type, int index, params Type[] definitions) =>
        type.IsGenericType && definitions.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments()[index] : null;
}
