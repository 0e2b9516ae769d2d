namespace BlueGreenServerless.Functions;

/// <summary>One step of a machine: a document goes in, a document comes out. It may run twice, or be cut after its side effect.</summary>
public interface IStage<in TIn, TOut>
{
    /// <exception cref="Failures.ReleaseException">An expected failure; its class name is what catchers and retriers see.</exception>
    Task<TOut> RunAsync(TIn input, CancellationToken cancellationToken);
}
