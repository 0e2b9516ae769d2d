using System.Reflection;

namespace BlueGreenServerless.AwsPackages.Tests.Surface;

/// <summary>The bundled assemblies by the name of their service.</summary>
internal static class Bundled
{
    public static Assembly Assembly(string service) => System.Reflection.Assembly.Load("AWSSDK." + service);

    public static Type Client(string service) => Named(service, $"Amazon{service}Client");

    public static Type Named(string service, string name) => Assembly(service).GetType($"Amazon.{service}.{name}", throwOnError: true)!;

    public static Type Model(string service, string name) => Named(service, "Model." + name);

    public static IEnumerable<string> Operations(string service) =>
        Client(service).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => method.Name[..^"Async".Length]);

    public static IEnumerable<PropertyInfo> OwnProperties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    /// <summary>A type as it is written in C#.</summary>
    public static string Written(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Written(underlying) + "?";
        if (type.IsGenericType)
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GenericTypeArguments.Select(Written))}>";
        return type.IsEnum ? type.Name : Type.GetTypeCode(type) switch
        {
            TypeCode.String => "string",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Double => "double",
            TypeCode.Boolean => "bool",
            _ => type.Name,
        };
    }
}
