namespace BlueGreenServerless.Functions.Prepare;

/// <param name="IsCapacity">True for machines that are coming up, false for sessions that are ending.</param>
internal sealed record Waiting(bool IsCapacity, string Text);
