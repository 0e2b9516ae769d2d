using BlueGreenServerless.Ports;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions;

/// <summary>Everything a stage may use. A host makes it once.</summary>
public sealed record StageServices(
    IPorts Ports, IReleaseStore Store, IArtifacts Artifacts, IHttpProbe Probe, IExecutions Executions, TimeProvider Time, ILoggerFactory Logs);
