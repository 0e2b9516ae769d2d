using BlueGreenServerless.Clouds.Aws.Faults;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>What goes wrong between the functions and AWS.</summary>
internal static class WireTroubles
{
    private static readonly (string Service, string Operation)[] Calls =
    [
        ("elasticloadbalancing", "ModifyListener"), ("elasticloadbalancing", "DescribeListeners"), ("elasticloadbalancing", "DescribeTargetHealth"), ("elasticloadbalancing", "*"),
        ("ssm", "SendCommand"), ("ssm", "ListCommands"), ("ssm", "ListCommandInvocations"), ("ssm", "DescribeInstanceInformation"), ("ssm", "*"),
        ("s3", "PutObject"), ("s3", "GetObject"), ("s3", "*"),
        ("monitoring", "GetMetricData"), ("monitoring", "*"),
        ("states", "StartExecution"),
    ];

    /// <summary>A few calls, which the next try or the one after it survives.</summary>
    public static string Some(FaultedRelease release) => Add(release, release.Random.Next(1, 4), release.Random.Next(0, 12));

    /// <summary>More calls than the SDK tries.</summary>
    public static string Long(FaultedRelease release) => Add(release, release.Random.Next(5, 40), release.Random.Next(0, 20));

    /// <summary>Every write to S3 that goes well says nothing about it, or says that somebody else was faster.</summary>
    public static string LostWrites(FaultedRelease release)
    {
        var (times, after) = (release.Random.Next(1, 6), release.Random.Next(0, 12));
        var fault = release.Random.Next(3) switch
        {
            0 => new Fault("s3", "PutObject", FaultKind.Error) { Code = "ConditionalRequestConflict", Message = "The conditional request cannot succeed due to a conflicting operation.", Status = 409 },
            1 => new Fault("s3", "PutObject", FaultKind.ErrorAfterEffect) { Code = "PreconditionFailed", Message = "At least one of the pre-conditions you specified did not hold", Status = 412 },
            _ => new Fault("s3", "PutObject", FaultKind.LostReply),
        };
        release.Machine.Aws.Faults.Add(fault with { Times = times, After = after });
        return $"{times} x {fault.Kind} {fault.Status} of PutObject after {after}";
    }

    /// <summary>Some in a hundred of all calls.</summary>
    public static string Noise(FaultedRelease release)
    {
        var (percent, random, gate) = (release.Random.Next(1, 6), new Random(release.Random.Next()), new Lock());
        release.Machine.Aws.Faults.Chance = (service, operation) =>
        {
            lock (gate)
            {
                return random.Next(100) < percent ? Of(service, operation, random) : null;
            }
        };
        return $"{percent} % of all calls fail";
    }

    private static string Add(FaultedRelease release, int times, int after)
    {
        var (service, operation) = Calls[release.Random.Next(Calls.Length)];
        var fault = Of(service, operation, release.Random) with { Times = times, After = after };
        release.Machine.Aws.Faults.Add(fault);
        return $"{times} x {fault.Kind} {fault.Code} of {service}:{operation} after {after}";
    }

    private static Fault Of(string service, string operation, Random random) => random.Next(5) switch
    {
        0 => Throttled(service, operation),
        1 => new Fault(service, operation, FaultKind.Error),
        2 => new Fault(service, operation, FaultKind.ErrorAfterEffect),
        3 => new Fault(service, operation, FaultKind.LostReply),
        _ => new Fault(service, operation, FaultKind.LostRequest),
    };

    private static Fault Throttled(string service, string operation) => service switch
    {
        "s3" => new Fault(service, operation, FaultKind.Error) { Code = "SlowDown", Message = "Please reduce your request rate.", Status = 503 },
        "elasticloadbalancing" => new Fault(service, operation, FaultKind.Error) { Code = "Throttling", Message = "Rate exceeded", Status = 400 },
        _ => new Fault(service, operation, FaultKind.Error) { Code = "ThrottlingException", Message = "Rate exceeded", Status = 400 },
    };
}
