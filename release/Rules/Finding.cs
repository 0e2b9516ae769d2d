namespace BlueGreenServerless.Rules;

/// <summary>What one comparison of a window with a limit says.</summary>
/// <param name="Proven">True with evidence, false when it is only suspected and the window has to grow.</param>
/// <param name="Text">The measured value and the limit.</param>
internal sealed record Finding(bool Proven, string Text);
