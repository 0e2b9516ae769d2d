using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace AwsPackages.Wire;

/// <summary>The members of a shape, in the order of their declaration, without those of the SDK's base classes.</summary>
internal static class ShapeMembers
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    public static PropertyInfo[] Of(Type shape) => Known.GetOrAdd(shape, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member.DeclaringType != typeof(AmazonWebServiceRequest) && member.DeclaringType != typeof(AmazonWebServiceResponse)),
    ]);
}
