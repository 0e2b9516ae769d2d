using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Rules;

/// <param name="Failure">Why it is bad; null when it is not.</param>
public sealed record Judgement(ObservationState State, Failure? Failure);
