namespace BlueGreenServerless.Ports;

/// <summary>One HTTP request from outside, as a user would make it: a new connection, no redirects followed, no proxy.</summary>
public interface IHttpProbe
{
    /// <summary>Never throws for what the other side does: a refused connection or a timeout is an answer with status null.</summary>
    Task<ProbeAnswer> GetAsync(Uri uri, IReadOnlyDictionary<string, string> headers, TimeSpan timeout, CancellationToken cancellationToken);
}
