using BlueGreenServerless.Functions.Hosting.Probes;
using BlueGreenServerless.Functions.Hosting.Triggers;

namespace BlueGreenServerless.Functions.Hosting;

/// <summary>The one list of functions that events start; the deployment derives from it.</summary>
public static class TriggerCatalog
{
    public static IReadOnlyList<TriggerEntry> All { get; } =
    [
        new("OnArtifact", HandlerName.Of(typeof(OnArtifact), nameof(OnArtifact.RunAsync)), OnArtifact.Source, [OnArtifact.DetailType]),
        new("OnRequest", HandlerName.Of(typeof(OnRequest), nameof(OnRequest.RunAsync)), null, [OnRequest.DetailType]),
        new("OnPipeline", HandlerName.Of(typeof(OnPipeline), nameof(OnPipeline.RunAsync)), null, []),
        new("OnAlarm", HandlerName.Of(typeof(OnAlarm), nameof(OnAlarm.RunAsync)), OnAlarm.Source, [OnAlarm.DetailType]),
        new("OnExecution", HandlerName.Of(typeof(OnExecution), nameof(OnExecution.RunAsync)), OnExecution.Source, [OnExecution.DetailType]),
    ];

    /// <summary>The handler of the probe, which a clock starts.</summary>
    public static string ProbeHandler { get; } = HandlerName.Of(typeof(ProbeTargets), nameof(ProbeTargets.RunAsync));

    /// <summary>The handler of every stage.</summary>
    public static string StageHandler { get; } = HandlerName.Of(typeof(StageHandler), nameof(Hosting.StageHandler.RunAsync));
}
