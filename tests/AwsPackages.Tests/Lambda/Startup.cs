using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

[assembly: Amazon.Lambda.Core.LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton(TimeProvider.System).AddScoped<PerInvocation>();
}
