using Amazon.Runtime;
using Amazon.Runtime.Internal;
using BlueGreenServerless.AwsStand.Lambda;

namespace BlueGreenServerless.AwsStand.Rights;

/// <summary>Adds to every call of an AWS client the name of the function that makes it.</summary>
internal sealed class OriginHeader : IRuntimePipelineCustomizer
{
    public const string Name = "x-bluegreen-function";

    private static readonly Lock _gate = new();
    private static bool _isInstalled;

    public string UniqueName => nameof(OriginHeader);

    /// <summary>For all clients of this process that are made from now on.</summary>
    public static void Install()
    {
        lock (_gate)
        {
            if (!_isInstalled)
            {
                RuntimePipelineCustomizerRegistry.Instance.Register(new OriginHeader());
                _isInstalled = true;
            }
        }
    }

    public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandlerAfter<Marshaller>(new Adding());

    private sealed class Adding : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            Add(executionContext);
            base.InvokeSync(executionContext);
        }

        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            Add(executionContext);
            return base.InvokeAsync<T>(executionContext);
        }

        private static void Add(IExecutionContext context)
        {
            if (CallOrigin.Function is { } function)
            {
                context.RequestContext.Request.Headers[Name] = function;
            }
        }
    }
}
