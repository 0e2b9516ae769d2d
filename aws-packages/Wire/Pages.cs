using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace AwsPackages.Wire;

/// <summary>Asks page after page until the answer carries no token. One enumeration per paginator, as in the official clients.</summary>
internal sealed class Pages<TRequest, TResponse>(
    TRequest request,
    Func<TRequest, CancellationToken, Task<TResponse>> call,
    Func<TResponse, string> nextToken,
    Action<TRequest, string> continueAt) : IPaginator<TResponse>
    where TRequest : AmazonWebServiceRequest
{
    private int _started;

    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            throw new InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");

        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        for (var more = true; more;)
        {
            var response = await call(request, cancellationToken).ConfigureAwait(false);
            yield return response;
            var token = nextToken(response);
            more = !string.IsNullOrEmpty(token);
            if (more)
                continueAt(request, token);
        }
    }
}
