using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Scalars;

/// <summary>Which kind of value stands for which type of a property.</summary>
internal static class ScalarCatalog
{
    private static readonly Dictionary<Type, Scalar> Known = new()
    {
        [typeof(string)] = new TextScalar(),
        [typeof(bool)] = new SwitchScalar(),
        [typeof(int)] = new WholeScalar(),
        [typeof(long)] = new WholeScalar(),
        [typeof(double)] = new NumberScalar(),
        [typeof(TimeSpan)] = new DurationScalar(),
        [typeof(Percentage)] = new ShareScalar(),
        [typeof(SecretReference)] = new SecretScalar(),
        [typeof(Uri)] = new AddressScalar(),
    };

    public static Scalar? For(Type type) => type.IsEnum ? new WordScalar(type) : Known.GetValueOrDefault(type);
}
