using System.Collections;
using System.Globalization;
using System.Xml.Linq;
using Amazon;
using Amazon.Runtime;

namespace AwsPackages.Wire;

/// <summary>Reads the shapes of an XML answer; elements that a shape does not have are skipped.</summary>
internal static class XmlShape
{
    public static XElement Child(XElement element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static void Fill(object shape, XElement element)
    {
        foreach (var member in ShapeMembers.Of(shape.GetType()))
        {
            if (Child(element, member.Name) is { } child && Value(member.PropertyType, child) is { } value)
                member.SetValue(shape, value);
        }
    }

    private static object Value(Type declared, XElement element)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return element.Value;
        if (typeof(ConstantClass).IsAssignableFrom(type))
            return Constants.Find(type, element.Value);
        if (type == typeof(DateTime))
            return DateTime.Parse(element.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        if (type.IsPrimitive)
            return element.Value.Length == 0 ? null : Convert.ChangeType(element.Value, type, CultureInfo.InvariantCulture);
        return type.IsGenericType ? Collection(type, element) : Shape(type, element);
    }

    /// <summary>Query answers cannot tell an empty list from none; both are null unless AWSConfigs.InitializeCollections asks for lists.</summary>
    private static object Collection(Type type, XElement element)
    {
        if (!element.HasElements && !AWSConfigs.InitializeCollections)
            return null;
        var collection = Activator.CreateInstance(type);
        if (collection is IDictionary map)
            FillMap(map, type.GenericTypeArguments, element);
        else
            FillList((IList)collection, type.GenericTypeArguments[0], element);
        return collection;
    }

    private static void FillList(IList list, Type itemType, XElement element)
    {
        foreach (var item in element.Elements())
            list.Add(Value(itemType, item));
    }

    private static void FillMap(IDictionary map, Type[] types, XElement element)
    {
        foreach (var entry in element.Elements())
            map[Value(types[0], Child(entry, "key"))] = Value(types[1], Child(entry, "value"));
    }

    private static object Shape(Type type, XElement element)
    {
        var shape = Activator.CreateInstance(type);
        Fill(shape, element);
        return shape;
    }
}
