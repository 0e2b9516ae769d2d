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
        return type.IsGenericType ? List(type, element) : Shape(type, element);
    }

    /// <summary>Query answers cannot tell an empty list from none; both are null unless AWSConfigs.InitializeCollections asks for lists.</summary>
    private static IList List(Type type, XElement element)
    {
        if (!element.HasElements && !AWSConfigs.InitializeCollections)
            return null;
        var list = (IList)Activator.CreateInstance(type);
        foreach (var item in element.Elements())
            list.Add(Value(type.GenericTypeArguments[0], item));
        return list;
    }

    private static object Shape(Type type, XElement element)
    {
        var shape = Activator.CreateInstance(type);
        Fill(shape, element);
        return shape;
    }
}
