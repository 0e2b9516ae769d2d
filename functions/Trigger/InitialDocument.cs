using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Functions.Trigger;

/// <summary>The document that an execution of the release machine begins with.</summary>
public static class InitialDocument
{
    public static Release Of(ReleaseRequest request, string releaseId, DateTimeOffset now) => new()
    {
        Header = new ReleaseHeader(releaseId, request.Configuration.App, request.Artifact, request.By, now),
        Plan = request.Configuration.WithoutTargets(),
        Progress = new Progress { Targets = request.Configuration.Targets.Count },
        Targets = [.. request.Configuration.Targets.Select(Target)],
    };

    private static TargetState Target(TargetPlan plan) => new()
    {
        Name = plan.Name,
        Router = plan.Router,
        Hosts = plan.Hosts,
        Fleet = plan.Fleet,
        Metrics = plan.Metrics ?? plan.Router,
    };
}
