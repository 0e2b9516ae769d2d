using System.Reflection;
using Amazon.Runtime;

namespace BlueGreenServerless.AwsPackages.Tests.Surface;

/// <summary>What compiles against the bundled clients compiles against the official ones: nothing public is ours alone.</summary>
public sealed class ServiceSurface
{
    public static TheoryData<string> Services => [.. AwsSurface.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public void Assembly_and_namespaces_have_the_names_of_the_package(string service)
    {
        var spaces = Bundled.Assembly(service).GetExportedTypes().Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal("AWSSDK." + service, Bundled.Assembly(service).GetName().Name);
        Assert.Equal([$"Amazon.{service}", $"Amazon.{service}.Model"], spaces);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_public_type_is_one_of_the_official_package(string service)
    {
        var unknown = Bundled.Assembly(service).GetExportedTypes().Select(type => type.Name).Where(name =>
            AwsSurface.Members(service, name) is null && AwsSurface.Values(service, name) is null
            && !AwsSurface.Errors(service).ContainsKey(name) && !IsOfEveryClient(service, name) && !IsPaginator(service, name));

        Assert.Empty(unknown);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_property_of_a_shape_has_the_official_name_and_type(string service)
    {
        var shapes = Bundled.Assembly(service).GetExportedTypes().Where(type => AwsSurface.Members(service, type.Name) is not null).ToList();
        var wrong =
            from shape in shapes
            let members = AwsSurface.Members(service, shape.Name)!
            from property in Bundled.OwnProperties(shape)
            where !members.TryGetValue(property.Name, out var member) || member.Type != Bundled.Written(property.PropertyType)
            select $"{shape.Name}.{property.Name}: {Bundled.Written(property.PropertyType)}";

        Assert.NotEmpty(shapes);
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_enumeration_has_the_official_fields_and_values(string service)
    {
        var wrong =
            from type in Bundled.Assembly(service).GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ConstantClass)))
            let bundled = type.GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => field.Name, field => ((ConstantClass)field.GetValue(null)!).Value)
            where !Sorted(bundled).SequenceEqual(Sorted(AwsSurface.Values(service, type.Name)!))
            select type.Name;

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_operation_takes_and_returns_the_official_types_in_client_and_interface(string service)
    {
        foreach (var declaring in new[] { Bundled.Client(service), Bundled.Named(service, $"IAmazon{service}") })
        {
            Assert.All(Bundled.Operations(service), operation =>
            {
                var method = declaring.GetMethod(operation + "Async")!;
                Assert.Contains(operation, AwsSurface.Operations(service).Select(known => known.Key));
                Assert.Equal($"Task<{operation}Response>", Bundled.Written(method.ReturnType));
                Assert.Equal([operation + "Request", "CancellationToken"], method.GetParameters().Select(parameter => parameter.ParameterType.Name));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_exception_is_an_official_one_and_derives_from_the_one_of_the_service(string service)
    {
        var known = AwsSurface.Errors(service).Keys.Append($"Amazon{service}Exception");
        var bundled = Bundled.Assembly(service).GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Exception))).ToList();

        Assert.Equal(known.Order(StringComparer.Ordinal), bundled.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(bundled, type => Assert.True(type.IsSubclassOf(typeof(AmazonServiceException))));
    }

    private static IEnumerable<KeyValuePair<string, string>> Sorted(IEnumerable<KeyValuePair<string, string>> values) =>
        values.OrderBy(value => value.Key, StringComparer.Ordinal);

    private static bool IsOfEveryClient(string service, string name) =>
        new[] { $"IAmazon{service}", $"Amazon{service}Client", $"Amazon{service}Config", $"Amazon{service}Exception", $"Amazon{service}Request", $"I{service}PaginatorFactory" }
            .Contains(name, StringComparer.Ordinal);

    private static bool IsPaginator(string service, string name) =>
        AwsSurface.Operations(service).Any(operation => operation.Value!["pag"] is not null && name == $"I{operation.Key}Paginator");
}
