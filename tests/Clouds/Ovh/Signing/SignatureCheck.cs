using System.Security.Cryptography;
using System.Text;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Signing;

/// <summary>Checks what a call is authorized with, as OVH's gateway does.</summary>
internal sealed class SignatureCheck(OvhDoubleOptions options, Func<Uri> url, Tokens tokens)
{
    /// <summary>How far a timestamp may be off.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    /// <exception cref="OvhException">Refused.</exception>
    public void Require(WireRequest request)
    {
        var bearer = request.Header("Authorization");
        var application = request.Header("X-Ovh-Application");
        if (bearer is not null && application is not null)
        {
            throw OvhException.Bad("Two ways of authentication in one call");
        }

        if (bearer is not null)
        {
            tokens.Require(bearer);
        }
        else
        {
            RequireSignature(request, application);
        }
    }

    private void RequireSignature(WireRequest request, string? application)
    {
        if (application != options.ApplicationKey)
        {
            throw new OvhException(403, "INVALID_KEY", "This application key is invalid");
        }

        if (request.Header("X-Ovh-Consumer") is not { } consumer || consumer != options.ConsumerKey)
        {
            throw new OvhException(403, "NOT_CREDENTIAL", "This credential does not exist");
        }

        var time = (options.Clock.GetUtcNow() + options.Ahead).ToUnixTimeSeconds();
        var said = long.TryParse(request.Header("X-Ovh-Timestamp"), out var seconds) ? seconds : 0;
        if (Math.Abs(time - said) > Tolerance.TotalSeconds)
        {
            throw new OvhException(400, "QUERY_TIME_OUT", "Query out of time");
        }

        if (request.Header("X-Ovh-Signature") != Expected(request, consumer, said))
        {
            throw new OvhException(400, "INVALID_SIGNATURE", "Invalid signature");
        }
    }

    private string Expected(WireRequest request, string consumer, long time)
    {
        var address = $"{url().Scheme}://{request.Header("Host")}{request.RawPath}{(request.RawQuery.Length > 0 ? "?" : "")}{request.RawQuery}";
        var text = string.Join('+', options.ApplicationSecret, consumer, request.Method, address, request.Text, time);
        return "$1$" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
