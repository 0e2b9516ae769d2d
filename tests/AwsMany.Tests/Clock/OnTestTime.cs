using System.Runtime.CompilerServices;
using Amazon.Runtime.Internal;

namespace BlueGreenServerless.AwsMany.Tests.Clock;

/// <summary>Puts the retries of every client of AWS that this process makes on the test's clock.</summary>
internal sealed class OnTestTime : IRuntimePipelineCustomizer
{
    public string UniqueName => nameof(OnTestTime);

    [ModuleInitializer]
    internal static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new OnTestTime());

    public void Customize(Type type, RuntimePipeline pipeline)
    {
        var retries = pipeline.Handlers.OfType<RetryHandler>().Single().RetryPolicy.MaxRetries;
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new PatientRetries(retries)));
        pipeline.AddHandler(new CountedCalls());
    }
}
