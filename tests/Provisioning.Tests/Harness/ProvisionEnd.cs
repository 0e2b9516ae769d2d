namespace BlueGreenServerless.Provisioning.Tests.Harness;

/// <summary>How a run of <c>bluegreen provision</c> ended.</summary>
/// <param name="Code">What the process would end with.</param>
/// <param name="Said">Plan, progress and target, or the failure.</param>
internal sealed record ProvisionEnd(int Code, string Said, Exception? Failure);
