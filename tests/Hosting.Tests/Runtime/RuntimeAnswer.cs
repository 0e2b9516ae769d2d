namespace BlueGreenServerless.Hosting.Tests.Runtime;

/// <param name="Succeeded">False when the function failed; the text is then its error.</param>
internal sealed record RuntimeAnswer(bool Succeeded, string Text);
