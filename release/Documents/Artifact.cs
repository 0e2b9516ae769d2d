namespace BlueGreenServerless.Documents;

/// <summary>The thing that is released.</summary>
/// <param name="Uri">Where it is: <c>file:///…</c> or <c>s3://bucket/key?versionId=…</c>.</param>
/// <param name="Version">The version that it brings, see <see cref="Rules.VersionRule"/>.</param>
/// <param name="Sha256">Lower-case hex digest; null in a request whose digest is read from <c>&lt;artifact&gt;.sha256</c>, never null after Plan.</param>
/// <param name="SizeBytes">Size of the file; 0 before Plan.</param>
public sealed record Artifact(Uri Uri, string Version, string? Sha256 = null, long SizeBytes = 0);
