using Amazon.CodePipeline;
using Amazon.Lambda.Annotations;
using Amazon.StepFunctions;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Functions.Hosting.Logging;
using BlueGreenServerless.Functions.Hosting.Pipelines;
using BlueGreenServerless.Functions.Probing;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Hosting;

/// <summary>
/// The composition root of host 2: every function of the cloud is made from this. Clients and providers are made when they are first used,
/// so that a function starts with what it needs and no more.
/// </summary>
[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => HostSettings.FromEnvironment());
        AddLogging(services);
        AddPorts(services);
        AddStages(services);
        AddTriggers(services);
    }

    private static void AddLogging(IServiceCollection services)
    {
        services.AddSingleton(provider => new JsonLines(Console.Out, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ILoggerFactory>(provider => new JsonLoggerFactory(provider.GetRequiredService<JsonLines>()));
        services.AddSingleton(provider => new MetricLines(Console.Out, provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddPorts(IServiceCollection services)
    {
        services.AddSingleton(_ => ProviderRegistry.Discover());
        services.AddSingleton<IPorts>(provider =>
            new ProviderPorts(provider.GetRequiredService<ProviderRegistry>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<INotes>()));
        services.AddSingleton(provider => Storages.For(provider.GetRequiredService<HostSettings>().State));
        services.AddSingleton(provider =>
            provider.GetRequiredService<IStorage>().Store(provider.GetRequiredService<HostSettings>().State, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider =>
            provider.GetRequiredService<IStorage>().Notes(provider.GetRequiredService<HostSettings>().State, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<IStorage>().Artifacts(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IHttpProbe>(provider => new HttpProbe(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new Lazy<IAmazonStepFunctions>(() => new AmazonStepFunctionsClient()));
        services.AddSingleton<StepFunctionsExecutions>();
        services.AddSingleton<IExecutions>(provider => provider.GetRequiredService<StepFunctionsExecutions>());
        services.AddSingleton<IExecutionStates>(provider => provider.GetRequiredService<StepFunctionsExecutions>());
    }

    private static void AddStages(IServiceCollection services)
    {
        services.AddSingleton<StageServices>();
        services.AddSingleton(provider =>
            new StageRunner(provider.GetRequiredService<StageServices>(), provider.GetRequiredService<HostSettings>().Prefix));
    }

    private static void AddTriggers(IServiceCollection services)
    {
        services.AddSingleton(provider => new ConfigurationReader(provider.GetRequiredService<ProviderRegistry>().All));
        services.AddSingleton<Configurations>();
        services.AddSingleton<EventFrame>();
        services.AddSingleton<IPipelineJobs>(_ => new PipelineJobs(new Lazy<IAmazonCodePipeline>(() => new AmazonCodePipelineClient())));
    }
}
