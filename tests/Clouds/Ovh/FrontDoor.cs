using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Ovh.Answers;
using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.Clouds.Ovh.Cloud;
using BlueGreenServerless.Clouds.Ovh.Signing;

namespace BlueGreenServerless.Clouds.Ovh;

/// <summary>What every request passes: the limit of calls, authorization, planned faults, the service, the record.</summary>
internal sealed class FrontDoor(OvhDouble ovh, BalancingApi balancing, CloudApi cloud)
{
    private readonly SignatureCheck check = new(ovh.Options, () => ovh.Url, ovh.Tokens);
    private readonly CallLimit limit = new(ovh.Options);
    private long received;

    public async Task<WireAnswer?> AnswerAsync(WireRequest request, CancellationToken cancelled)
    {
        var query = $"EU.ws-8.{Interlocked.Increment(ref received):x8}.4632.0180";
        if (request.RawPath == "/auth/oauth2/token")
        {
            return ovh.Tokens.Answer(request);
        }

        var call = new OvhCall(request, request.Path.StartsWith("/1.0/", StringComparison.Ordinal) ? request.Path["/1.0/".Length..] : request.Path.TrimStart('/'));
        var (service, operation) = Name(call);
        ovh.Calls.AddOrUpdate($"{service}:{operation}", 1, (_, before) => before + 1);
        var fault = service == "auth" ? null : ovh.Faults.Next(service, operation, request);
        var answer = await GuardedAsync(call, service, operation, fault, cancelled);
        ovh.Recorder?.Invoke(new Exchange(service, operation, request, answer));
        return fault?.Kind is FaultKind.LostReply or FaultKind.LostRequest ? null : answer.With("X-Ovh-QueryID", query);
    }

    private static (string Service, string Operation) Name(OvhCall call) => call.Parts.ElementAtOrDefault(0) switch
    {
        "ipLoadbalancing" => ("loadbalancer", BalancingApi.OperationOf(call)),
        "cloud" => ("cloud", CloudApi.OperationOf(call)),
        "order" => ("order", "catalogue"),
        _ => ("auth", string.Join('/', call.Parts)),
    };

    private async Task<WireAnswer> GuardedAsync(OvhCall call, string service, string operation, Fault? fault, CancellationToken cancelled)
    {
        try
        {
            if (call.Path == "auth/time")
            {
                return WireAnswer.Of(200, "application/json", (ovh.Options.Clock.GetUtcNow() + ovh.Options.Ahead).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            }

            limit.Take();
            if (service != "order")
            {
                check.Require(call.Request);
            }

            return await FaultyAsync(call, service, operation, fault, cancelled);
        }
        catch (OvhException error)
        {
            return OvhAnswers.Of(error);
        }
    }

    private async Task<WireAnswer> FaultyAsync(OvhCall call, string service, string operation, Fault? fault, CancellationToken cancelled)
    {
        if (ovh.Faults.Denies(service, operation))
        {
            throw new OvhException(403, "NOT_GRANTED_CALL", "This call has not been granted");
        }

        if (fault?.Kind == FaultKind.Latency)
        {
            await (fault.Until?.WaitAsync(cancelled) ?? Task.Delay(fault.Latency, ovh.Options.Clock, cancelled));
        }

        if (fault?.Kind is FaultKind.Error or FaultKind.LostRequest)
        {
            throw Planned(fault);
        }

        var answer = OvhAnswers.Of(await ServeAsync(call, service));
        return fault?.Kind == FaultKind.ErrorAfterEffect ? throw Planned(fault) : answer;
    }

    private Task<JsonNode?> ServeAsync(OvhCall call, string service) => service switch
    {
        "loadbalancer" => balancing.AnswerAsync(call),
        "cloud" => cloud.AnswerAsync(call),
        "order" when call is { Method: "GET", Path: "order/catalog/public/cloud" } => Task.FromResult<JsonNode?>(ProjectCatalogue.Prices(call.Request.Parameter("ovhSubsidiary"))),
        _ => throw new OvhException(404, "Client::NotFound", "Got an invalid (or empty) URL"),
    };

    private static OvhException Planned(Fault fault) => new(fault.Status, fault.Code == "InternalFailure" ? "Server::InternalServerError" : fault.Code, fault.Message) { RetryAfter = fault.RetryAfter };
}
