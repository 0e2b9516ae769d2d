using System.Globalization;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws;

/// <summary>What every request passes: signature, permission, planned faults, the service, the record.</summary>
internal sealed class FrontDoor(AwsDouble aws, IReadOnlyList<IAwsService> services)
{
    private readonly SignatureCheck check = new(aws.Options.Keys, aws.Options.Region, aws.Options.SigningClock);
    private long received;

    public async Task<WireAnswer?> AnswerAsync(WireRequest request, CancellationToken cancelled)
    {
        var requestId = RequestIds.Of(Interlocked.Increment(ref received));
        var signature = Signature.Of(request);
        var service = services.FirstOrDefault(known => known.SigningName == signature?.Scope.Service) ?? services[0];
        var operation = service.OperationOf(request);
        aws.Calls.AddOrUpdate($"{service.SigningName}:{operation}", 1, (_, before) => before + 1);
        if (check.Of(request, signature) is { } refusal)
        {
            return Recorded(service, operation, request, service.Failure(request, service.ErrorOf(refusal), requestId));
        }

        var fault = aws.Faults.Next(service.SigningName, operation, request);
        var call = new Call(request, signature!, check.KeyFor(signature!), requestId, cancelled);
        var answer = await AnswerAsync(service, operation, call, fault);
        return fault?.Kind is FaultKind.LostReply or FaultKind.LostRequest ? null : Recorded(service, operation, request, answer);
    }

    private async Task<WireAnswer> AnswerAsync(IAwsService service, string operation, Call call, Fault? fault)
    {
        if (fault?.Kind == FaultKind.Latency)
        {
            await (fault.Until?.WaitAsync(call.Cancelled) ?? Task.Delay(fault.Latency, aws.Options.Clock, call.Cancelled));
        }

        try
        {
            if (aws.Faults.Denies(service.SigningName, operation))
            {
                throw service.Denied(operation);
            }

            return fault?.Kind is FaultKind.Error or FaultKind.LostRequest
                ? throw Planned(fault)
                : After(await service.AnswerAsync(call), fault);
        }
        catch (AwsException error)
        {
            return service.Failure(call.Request, error, call.RequestId);
        }
    }

    private static WireAnswer After(WireAnswer answer, Fault? fault) => fault?.Kind == FaultKind.ErrorAfterEffect ? throw Planned(fault) : answer;

    private static AwsException Planned(Fault fault) => new(fault.Code, fault.Message, fault.Status);

    private WireAnswer Recorded(IAwsService service, string operation, WireRequest request, WireAnswer answer)
    {
        // Clients correct their clock by this header when a signature is refused for its time
        answer = answer.With("Date", aws.Options.SigningClock.GetUtcNow().UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
        aws.Recorder?.Invoke(new Exchange(service.SigningName, operation, request, answer));
        return answer;
    }
}
