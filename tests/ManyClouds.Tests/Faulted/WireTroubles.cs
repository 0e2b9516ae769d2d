using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.ManyClouds.Tests.Fronts;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

/// <summary>What goes wrong between the functions and the clouds.</summary>
internal static class WireTroubles
{
    private static readonly (string Service, string Operation)[] Aws =
    [
        ("elasticloadbalancing", "ModifyListener"), ("elasticloadbalancing", "DescribeListeners"), ("elasticloadbalancing", "DescribeTargetHealth"), ("elasticloadbalancing", "*"),
        ("ssm", "SendCommand"), ("ssm", "ListCommands"), ("ssm", "*"), ("s3", "PutObject"), ("s3", "*"), ("states", "StartExecution"),
    ];

    private static readonly (string Service, string Operation)[] Ovh =
    [
        ("loadbalancer", "http/frontend/edit"), ("loadbalancer", "http/frontend/edit"), ("loadbalancer", "refresh"), ("loadbalancer", "refresh"), ("loadbalancer", "task/get"), ("loadbalancer", "task/list"),
        ("loadbalancer", "pendingChanges/list"), ("loadbalancer", "http/frontend/get"), ("loadbalancer", "http/farm/server/get"), ("loadbalancer", "*"),
    ];

    private static readonly (string Service, string Operation)[] OvhCloud = [("cloud", "listener/edit"), ("cloud", "listener/edit"), ("cloud", "listener/get"), ("cloud", "loadbalancer/get"), ("cloud", "*")];

    private static readonly (string Service, string Operation)[] DigitalOcean =
        [("load_balancers", "update"), ("load_balancers", "update"), ("load_balancers", "get"), ("load_balancers", "*"), ("droplets", "list"), ("*", "*")];

    private static readonly (string Service, string Operation)[] Haproxy =
        [(AdminRelay.Service, "set map"), (AdminRelay.Service, "set map"), (AdminRelay.Service, "get map"), (AdminRelay.Service, "show stat"), (AdminRelay.Service, "*")];

    /// <summary>A few calls, which the next try or the one after it survives.</summary>
    public static string Some(FaultedRelease release) => Add(release, release.Random.Next(1, 4));

    /// <summary>More calls than anybody tries in one step.</summary>
    public static string Long(FaultedRelease release) => Add(release, release.Random.Next(5, 60));

    /// <summary>All calls from some time on, for half an hour at most: far more than a step's tries, less than the time that a rollback has.</summary>
    public static string Outage(FaultedRelease release)
    {
        var lasts = TimeSpan.FromSeconds(release.Random.Next(1, 1800));
        return $"{NothingAnswers(release, "503 for a while", lasts)} for {lasts.TotalSeconds} s";
    }

    /// <summary>All calls from some time on.</summary>
    public static string ForEver(FaultedRelease release) => NothingAnswers(release, "503 for ever", null);

    /// <summary>The load balancer of a target has not ended its change before.</summary>
    public static string BusyDigitalOcean(FaultedRelease release)
    {
        var (times, after) = (release.Random.Next(1, 40), release.Random.Next(0, 4));
        release.Clouds.DigitalOcean.Faults.Add(new Fault("load_balancers", "update", FaultKind.Error)
        {
            Status = 403, Code = "forbidden", Message = "Load Balancer can't be updated while it processes previous actions", Times = times, After = after,
            Begins = release.Mishaps.Plan("403 busy"),
        });
        return $"{times} x 403 busy of load_balancers:update after {after}";
    }

    public static string BusyOvh(FaultedRelease release)
    {
        var (times, after) = (release.Random.Next(1, 60), release.Random.Next(0, 3));
        release.Clouds.Ovh.Faults.Add(new Fault("loadbalancer", "refresh", FaultKind.Error)
        {
            Status = 409, Code = "Client::Conflict", Message = "A refresh is already in progress on this service", Times = times, After = after,
            Begins = release.Mishaps.Plan("409 busy"),
        });
        return $"{times} x 409 busy of refresh after {after}";
    }

    private static string Add(FaultedRelease release, int times)
    {
        var front = Any(release);
        var calls = Calls(front);
        var (service, operation) = calls[release.Random.Next(calls.Length)];
        // a release makes few calls of one operation, many of all
        var after = release.Random.Next(0, operation == "*" ? 40 : 3);
        var fault = Of(service, operation, release.Random) with { Times = times, After = after };
        fault = fault with { Begins = release.Mishaps.Plan(Kind(fault)) };
        PlanOf(release, front).Add(fault);
        return $"{times} x {fault.Kind} {fault.Status} {fault.Code} of {service}:{operation} ({front.Name}) after {after}";
    }

    private static string NothingAnswers(FaultedRelease release, string kind, TimeSpan? lasts)
    {
        var (front, after) = (Any(release), TimeSpan.FromSeconds(release.Random.Next(1, 150)));
        var plan = PlanOf(release, front);
        var (service, _) = Calls(front)[0];
        var fault = new Fault(service, "*", FaultKind.Error) { Times = int.MaxValue / 2, Status = 503, Begins = release.Mishaps.Plan(kind) };
        release.At(after, () => plan.Add(fault));
        if (lasts is { } ends)
        {
            release.At(after + ends, () => plan.End(fault));
        }

        return $"from {after.TotalSeconds} s on nothing of {service} answers";
    }

    private static Front Any(FaultedRelease release) => release.Clouds.Fronts[release.Random.Next(release.Clouds.Fronts.Count)];

    private static FaultPlan PlanOf(FaultedRelease release, Front front) => front switch
    {
        AwsFront => release.Machine.Aws.Faults,
        DigitalOceanFront => release.Clouds.DigitalOcean.Faults,
        HaproxyFront haproxy => haproxy.Host.Relay.Faults,
        _ => release.Clouds.Ovh.Faults,
    };

    private static (string Service, string Operation)[] Calls(Front front) => front switch
    {
        AwsFront => Aws, OvhFront => Ovh, OvhCloudFront => OvhCloud, DigitalOceanFront => DigitalOcean, _ => Haproxy,
    };

    private static Fault Of(string service, string operation, Random random) => random.Next(6) switch
    {
        0 => Throttled(service, operation, null),
        1 => Throttled(service, operation, random.Next(1, 10)),
        2 => new Fault(service, operation, FaultKind.Error) { Status = 503 },
        3 => new Fault(service, operation, FaultKind.ErrorAfterEffect) { Status = 502 },
        4 => new Fault(service, operation, FaultKind.LostReply),
        _ => new Fault(service, operation, FaultKind.LostRequest),
    };

    private static string Kind(Fault fault) => fault.Kind switch
    {
        FaultKind.LostReply => "reply lost", FaultKind.LostRequest => "request lost", FaultKind.ErrorAfterEffect => "502 after the effect",
        _ => fault.Code == new Fault("", "", FaultKind.Error).Code ? "503" : "429",
    };

    private static Fault Throttled(string service, string operation, int? wait) => service switch
    {
        "s3" => new Fault(service, operation, FaultKind.Error) { Code = "SlowDown", Message = "Please reduce your request rate.", Status = 503 },
        "elasticloadbalancing" or "ssm" or "states" => new Fault(service, operation, FaultKind.Error) { Code = "ThrottlingException", Message = "Rate exceeded", Status = 400 },
        "loadbalancer" or "cloud" => new Fault(service, operation, FaultKind.Error) { Code = "Client::TooManyRequests", Message = "Too many requests", Status = 429, RetryAfter = wait },
        _ => new Fault(service, operation, FaultKind.Error) { Code = "too_many_requests", Message = "API Rate limit exceeded.", Status = 429, RetryAfter = wait },
    };
}
