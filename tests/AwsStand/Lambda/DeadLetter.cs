using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsStand.Lambda;

/// <summary>An event that a function failed on every time.</summary>
public sealed record DeadLetter(string Function, JsonObject Happened, Exception Failure);
