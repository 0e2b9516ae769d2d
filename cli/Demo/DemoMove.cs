namespace BlueGreenServerless.Cli.Demo;

/// <summary>One time that the users were moved.</summary>
/// <param name="What">In words, for the table.</param>
/// <param name="From">The version that lost the last of its users.</param>
/// <param name="To">The version that has them now.</param>
/// <param name="DecidedToLastOldAnswer">From the decision to move all users to the last answer of the version before.</param>
/// <param name="Took">From the decision to the end of the execution that moved them.</param>
internal sealed record DemoMove(string What, string From, string To, TimeSpan DecidedToLastOldAnswer, TimeSpan Took);
