namespace BlueGreenServerless.Clouds.Aws;

/// <summary>An access key that the double knows.</summary>
/// <param name="Token">Of a session; null for the key of a user.</param>
/// <param name="Expires">When the session ends; null for never.</param>
public sealed record AwsKey(string Id, string Secret, string? Token = null, DateTimeOffset? Expires = null);
