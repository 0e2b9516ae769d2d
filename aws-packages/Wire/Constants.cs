using System.Collections.Concurrent;
using Amazon.Runtime;

namespace AwsPackages.Wire;

internal static class Constants
{
    private static readonly ConcurrentDictionary<Type, Func<string, ConstantClass>> Finders = new();

    /// <summary>The shared instance of a known value; an unknown value is allowed and becomes a new instance.</summary>
    public static ConstantClass Find(Type type, string value) => Finders.GetOrAdd(type, Finder)(value);

    private static Func<string, ConstantClass> Finder(Type type) =>
        type.GetMethod("FindValue", [typeof(string)]).CreateDelegate<Func<string, ConstantClass>>();
}
