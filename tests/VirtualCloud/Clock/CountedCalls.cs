using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BlueGreenServerless.VirtualCloud.Clock;

/// <summary>Tells a strand which calls of AWS it has under way.</summary>
internal sealed class CountedCalls : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var strand = Strand.Current;
        strand?.CallBegins();
        try
        {
            return await base.InvokeAsync<T>(executionContext);
        }
        finally
        {
            strand?.CallEnds();
        }
    }
}
