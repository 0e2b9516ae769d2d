using System.Net;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>Sends requests and reads answers whole. Knows nothing of keys.</summary>
/// <param name="handler">Stays its owner's.</param>
internal sealed class OvhTransport(HttpMessageHandler handler, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker http = new(handler, disposeHandler: false);

    /// <exception cref="TimeoutException">No whole answer within 30 seconds.</exception>
    public async Task<OvhAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return new OvhAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(either.Token), QueryId(response), RetryAfter(response));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no whole answer within {Patience.TotalSeconds} s", late);
        }
    }

    public static bool IsOfNetwork(Exception fault) => fault is HttpRequestException or IOException or TimeoutException;

    public static ProviderUnavailableException Unanswered(string what, Exception fault) => new(
        $"OVH did not answer while {what}: '{fault.GetBaseException().Message}'. It is tried again; look at the network if it lasts.", fault);

    private static string? QueryId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Ovh-QueryID", out var values) ? values.FirstOrDefault() : null;

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
        ? response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
            _ => null,
        }
        : null;
}
