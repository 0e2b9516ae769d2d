using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.DigitalOcean.Answers;

namespace BlueGreenServerless.Clouds.DigitalOcean;

/// <summary>What every request passes: token, limit, planned faults, the operation.</summary>
internal sealed class FrontDoor(DigitalOceanDouble cloud, IReadOnlyList<ApiRoute> routes)
{
    private readonly CallLimit limit = new(cloud.Options);
    private long received;

    public async Task<WireAnswer?> AnswerAsync(WireRequest request, CancellationToken cancelled)
    {
        var id = $"00000000-0000-4000-8000-{Interlocked.Increment(ref received):x12}";
        var found = routes.Select(route => (Route: route, Parts: route.Match(request.Method, request.Path))).FirstOrDefault(pair => pair.Parts is not null);
        cloud.Calls.AddOrUpdate($"{found.Route?.Service}:{found.Route?.Operation}", 1, (_, before) => before + 1);
        cloud.Recorder?.Invoke(request);
        if (TokenOf(request) is not { } token)
        {
            return Failure(new ApiException(401, "unauthorized", "Unable to authenticate you"), id);
        }

        if (limit.Refuse(token) is { } tooMany)
        {
            return limit.Marked(tooMany.With("x-request-id", id), token);
        }

        var fault = found.Route is null ? null : cloud.Faults.Next(found.Route.Service, found.Route.Operation, request);
        if (fault?.Kind == FaultKind.Latency)
        {
            await Task.Delay(fault.Latency, cloud.Options.Clock, cancelled);
        }

        var answer = Answer(found.Route, request, found.Parts, fault, id);
        answer = fault?.RetryAfter is { } seconds && answer.Status >= 400 ? answer.With("retry-after", $"{seconds}") : answer;
        return fault?.Kind is FaultKind.LostReply or FaultKind.LostRequest ? null : limit.Marked(answer.With("x-request-id", id), token);
    }

    private WireAnswer Answer(ApiRoute? route, WireRequest request, IReadOnlyDictionary<string, string>? parts, Fault? fault, string id)
    {
        try
        {
            if (fault?.Kind is FaultKind.Error or FaultKind.LostRequest)
            {
                throw new ApiException(fault.Status, fault.Code, fault.Message);
            }

            var answer = route is null ? throw ApiException.NotFound() : route.Answer(new ApiCall(request, parts!, cloud.Options.LinksLeadTo ?? cloud.Url, cloud.Options.PageSize));
            return fault?.Kind == FaultKind.ErrorAfterEffect ? throw new ApiException(fault.Status, fault.Code, fault.Message)
                : answer is null ? WireAnswer.Empty(route.Status)
                : WireAnswer.Of(route.Status, "application/json; charset=utf-8", answer.ToJsonString());
        }
        catch (ApiException refused)
        {
            return Failure(refused, id);
        }
    }

    private string? TokenOf(WireRequest request) =>
        request.Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) && cloud.Options.Tokens.Contains(header[7..], StringComparer.Ordinal)
            ? header[7..] : null;

    private static WireAnswer Failure(ApiException refused, string id) => WireAnswer.Of(
        refused.Status, "application/json; charset=utf-8", new JsonObject { ["id"] = refused.Id, ["message"] = refused.Message, ["request_id"] = id }.ToJsonString());
}
