using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Functions.Hosting;

/// <summary>What a deployment tells its functions, as environment variables. None of them is a secret.</summary>
/// <param name="Prefix"><c>BLUEGREEN_PREFIX</c>: what the names of the functions begin with.</param>
/// <param name="State"><c>BLUEGREEN_STATE</c>: where the store and the users' files lie, for example <c>s3://bucket</c>.</param>
/// <param name="Artifacts"><c>BLUEGREEN_ARTIFACTS</c>: where artifacts lie.</param>
/// <param name="Account"><c>BLUEGREEN_ACCOUNT</c>: the account that events must come from.</param>
/// <param name="Machines"><c>BLUEGREEN_MACHINES</c>: what stands before release, rollback and standby in the state machines' ARNs.</param>
public sealed record HostSettings(string Prefix, Uri State, Uri Artifacts, string Account, string Machines)
{
    public static HostSettings FromEnvironment() => Of(Environment.GetEnvironmentVariable);

    /// <exception cref="InvalidRequestException">A variable is missing.</exception>
    public static HostSettings Of(Func<string, string?> variable) => new(
        Needed(variable, "BLUEGREEN_PREFIX"), new Uri(Needed(variable, "BLUEGREEN_STATE")), new Uri(Needed(variable, "BLUEGREEN_ARTIFACTS")),
        Needed(variable, "BLUEGREEN_ACCOUNT"), Needed(variable, "BLUEGREEN_MACHINES"));

    /// <summary>ARN of the machine with that name: release, rollback or standby.</summary>
    public string MachineArn(string machine) => Machines + machine;

    /// <summary>ARN of an execution of that machine.</summary>
    public string ExecutionArn(string machine, string name) =>
        MachineArn(machine).Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":" + name;

    private static string Needed(Func<string, string?> variable, string name) =>
        variable(name) is { Length: > 0 } value ? value : throw new InvalidRequestException(
            $"The environment variable '{name}' is not set. The deployment sets it. Deploy the stack again, or set it by hand.");
}
