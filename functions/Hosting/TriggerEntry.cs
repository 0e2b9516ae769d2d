namespace BlueGreenServerless.Functions.Hosting;

/// <param name="Name">What follows the prefix in the function's name.</param>
/// <param name="Handler">The handler string.</param>
/// <param name="Source">Source of the events that it takes; null for any.</param>
/// <param name="DetailTypes">Kinds of events that it takes; empty when no rule starts it.</param>
public sealed record TriggerEntry(string Name, string Handler, string? Source, IReadOnlyList<string> DetailTypes);
