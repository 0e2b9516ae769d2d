using System.Globalization;
using System.Runtime.CompilerServices;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>OVH's clock: ours, corrected by the difference that <c>/auth/time</c> showed. Signatures carry its time.</summary>
internal sealed class ServerClock(OvhEndpoint endpoint, OvhTransport transport, TimeProvider time)
{
    private const string What = "reading OVH's clock";

    private readonly SemaphoreSlim gate = new(1, 1);
    // by reference: it may be forgotten by one call while another one reads it
    private StrongBox<long>? ahead;

    /// <summary>Seconds since 1970. Asks OVH once.</summary>
    public async Task<long> NowAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var known = ahead ??= new StrongBox<long>(await AskAsync(cancellationToken) - time.GetUtcNow().ToUnixTimeSeconds());
            return time.GetUtcNow().ToUnixTimeSeconds() + known.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The next use asks OVH again: one of the two clocks has jumped.</summary>
    public void Forget() => ahead = null;

    private async Task<long> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await OvhRetry.Pipeline(mayRepeat: true, time).ExecuteAsync(
                async token =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Address("/auth/time"));
                    return await transport.SendAsync(request, token);
                },
                cancellationToken);
            return long.Parse(answer.Json(What)?.ToString() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (OvhTransport.IsOfNetwork(fault) || fault is FormatException)
        {
            throw OvhTransport.Unanswered(What, fault);
        }
    }
}
