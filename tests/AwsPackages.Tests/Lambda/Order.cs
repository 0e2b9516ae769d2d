namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

/// <summary>An event of a function in these tests.</summary>
public sealed record Order(string? Product, int Count, DateTime? At = null, byte[]? Seal = null);
