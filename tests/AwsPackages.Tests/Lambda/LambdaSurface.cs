using System.Reflection;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;
using BlueGreenServerless.AwsPackages.Tests.Surface;

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

/// <summary>Public members against the official ones of Core 3.2.0, Annotations 2.3.0 and TestUtilities 4.2.0.</summary>
public sealed class LambdaSurface
{
    private static readonly string[] Levels = ["Trace", "Debug", "Information", "Warning", "Error", "Critical"];

    [Theory]
    [InlineData(typeof(ILambdaContext), "AwsRequestId string, ClientContext IClientContext, FunctionName string, FunctionVersion string, Identity ICognitoIdentity, InvokedFunctionArn string, LogGroupName string, LogStreamName string, Logger ILambdaLogger, MemoryLimitInMB int, RemainingTime TimeSpan, Serializer ILambdaSerializer, TenantId string, TraceId string")]
    [InlineData(typeof(TestLambdaContext), "AwsRequestId string, ClientContext IClientContext, FunctionName string, FunctionVersion string, Identity ICognitoIdentity, InvokedFunctionArn string, LogGroupName string, LogStreamName string, Logger ILambdaLogger, MemoryLimitInMB int, RemainingTime TimeSpan, Serializer ILambdaSerializer, TenantId string, TraceId string")]
    [InlineData(typeof(IClientContext), "Client IClientApplication, Custom IDictionary<string, string>, Environment IDictionary<string, string>")]
    [InlineData(typeof(IClientApplication), "AppPackageName string, AppTitle string, AppVersionCode string, AppVersionName string, InstallationId string")]
    [InlineData(typeof(ICognitoIdentity), "IdentityId string, IdentityPoolId string")]
    [InlineData(typeof(LambdaSerializerAttribute), "SerializerType Type")]
    [InlineData(typeof(LambdaFunctionAttribute), "MemorySize UInt32, PackageType LambdaPackageType, Policies string, ResourceName string, Role string, Timeout UInt32")]
    [InlineData(typeof(LambdaStartupAttribute), "")]
    [InlineData(typeof(FromServicesAttribute), "")]
    [InlineData(typeof(TestLambdaLogger), "Buffer StringBuilder")]
    public void Properties_are_the_official_ones(Type type, string properties) =>
        Assert.Equal(
            properties,
            string.Join(", ", Bundled.OwnProperties(type).OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property => $"{property.Name} {Bundled.Written(property.PropertyType)}")));

    [Fact]
    public void The_logger_has_the_official_methods()
    {
        string[] tails = ["String", "String, Object[]", "Exception, String, Object[]"];
        var expected = Levels.SelectMany(level => tails.Select(tail => $"Log{level}({tail})"))
            .Concat(tails.SelectMany(tail => new[] { $"Log(String, {tail})", $"Log(LogLevel, {tail})" }))
            .Concat(["Log(String)", "LogLine(String)"]);
        var bundled = typeof(ILambdaLogger).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Select(method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})");

        Assert.Equal(expected.Order(StringComparer.Ordinal), bundled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Levels_have_the_official_numbers() =>
        Assert.Equal(Levels.Index().Select(level => (level.Item, level.Index)), Enum.GetValues<LogLevel>().Select(level => (level.ToString(), (int)level)));
}
