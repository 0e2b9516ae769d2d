using Amazon.Runtime.Internal;

namespace BlueGreenServerless.VirtualCloud.Clock;

/// <summary>Puts the retries of every client of AWS that this process makes on the test's clock.</summary>
internal sealed class OnTestTime : IRuntimePipelineCustomizer
{
    private static int isRegistered;

    public string UniqueName => nameof(OnTestTime);

    /// <summary>Holds for clients that are made from then on.</summary>
    public static void Register()
    {
        if (Interlocked.Exchange(ref isRegistered, 1) == 0)
        {
            RuntimePipelineCustomizerRegistry.Instance.Register(new OnTestTime());
        }
    }

    public void Customize(Type type, RuntimePipeline pipeline)
    {
        var retries = pipeline.Handlers.OfType<RetryHandler>().Single().RetryPolicy.MaxRetries;
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new PatientRetries(retries)));
        pipeline.AddHandler(new CountedCalls());
    }
}
