using System.Reflection;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.TestUtilities;

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

/// <summary>What the managed runtime looks for by name.</summary>
public sealed class AssemblyShape
{
    [Fact]
    public void Assemblies_are_named_like_the_packages()
    {
        var names = new[] { typeof(ILambdaContext), typeof(LambdaFunctionAttribute), typeof(DefaultLambdaJsonSerializer), typeof(TestLambdaContext) }
            .Select(type => (type.Namespace, type.Assembly.GetName().Name));

        Assert.All(names, pair => Assert.Equal(pair.Namespace, pair.Name));
    }

    [Fact]
    public void Core_has_the_version_that_the_runtime_binds_to() =>
        Assert.Equal(new Version(1, 0, 0, 0), typeof(ILambdaContext).Assembly.GetName().Version);

    [Fact]
    public void The_types_that_the_runtime_needs_exist() =>
        Assert.All(
            ["ILambdaContext", "IClientContext", "IClientApplication", "ICognitoIdentity", "ILambdaLogger", "ILambdaSerializer", "LambdaSerializerAttribute", "LambdaLogger"],
            name => Assert.NotNull(typeof(ILambdaContext).Assembly.GetType("Amazon.Lambda.Core." + name)));

    [Fact]
    public void The_runtime_can_put_its_own_log_behind_LambdaLogger()
    {
        var field = typeof(LambdaLogger).GetField("_loggingAction", BindingFlags.NonPublic | BindingFlags.Static)!;
        var before = field.GetValue(null);
        var lines = new List<string>();
        try
        {
            field.SetValue(null, new Action<string>(lines.Add));
            LambdaLogger.Log("hello");
        }
        finally
        {
            field.SetValue(null, before);
        }

        Assert.Equal(["hello"], lines);
    }
}
