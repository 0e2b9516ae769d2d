using BlueGreenServerless.Engine.Choices;

namespace BlueGreenServerless.Engine.States;

/// <summary>One entry of Choices.</summary>
internal sealed record ChoiceRule(ICondition Condition, string Next);
