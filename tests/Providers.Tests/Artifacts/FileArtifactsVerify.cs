using System.Security.Cryptography;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Local.Artifacts;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.Artifacts;

public sealed class FileArtifactsVerify : IDisposable
{
    private const long MiB = 1024 * 1024;

    private readonly TemporaryDirectory directory = new();

    /// <summary>All but the one that only the host's tar sees: .NET's reader does not compare the check sums of headers.</summary>
    public static TheoryData<string> Hostile => [.. HostileArchives.Names.Except(["tar wrong checksum"])];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_archive_is_refused(string name)
    {
        var refused = await Assert.ThrowsAsync<ArtifactRefusedException>(() => VerifyAsync(HostileArchives.Make(name)));

        Assert.Contains("is refused: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("release again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_archive_comes_back_with_digest_and_size()
    {
        var tar = new TarFile().Directory("./a b/").File("./a b/f").Link("./a b/l", "../a b/f").Link("top", "a b").HardLink("h", "./a b/f").Gzipped();

        var artifact = await VerifyAsync(tar);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(tar)), artifact.Sha256);
        Assert.Equal(tar.Length, artifact.SizeBytes);
    }

    [Fact]
    public async Task A_good_zip_file_and_an_uncompressed_tar_are_taken()
    {
        Assert.NotNull((await VerifyAsync(new ZipFile().File("a/b", "x").Bytes())).Sha256);
        Assert.NotNull((await VerifyAsync(new TarFile().File("a/b", "x").Bytes())).Sha256);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}\n")]
    [InlineData("{0}  a.tar.gz\n")]
    [InlineData("{0} *a.tar.gz\r\n")]
    public async Task A_digest_is_read_from_the_file_beside_the_artifact(string form)
    {
        var tar = new TarFile().File("f").Gzipped();
        var digest = Convert.ToHexString(SHA256.HashData(tar));
        var path = directory.Write("a.tar.gz", tar);
        await File.WriteAllTextAsync(path + ".sha256", string.Format(null, form, digest));

        var artifact = await new FileArtifacts().VerifyAsync(new Artifact(new Uri(path), "1.0"), MiB, CancellationToken.None);

        Assert.Equal(digest.ToLowerInvariant(), artifact.Sha256);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a digest")]
    [InlineData("a.tar.gz: 0123")]
    public async Task A_digest_file_without_a_digest_is_refused(string text)
    {
        var path = directory.Write("a.tar.gz", new TarFile().File("f").Gzipped());
        await File.WriteAllTextAsync(path + ".sha256", text);

        var refused = await RefusedAsync(new Uri(path), null);

        Assert.Contains("Allowed are 64 hexadecimal digits", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_artifact_without_a_digest_is_refused_with_the_command_that_makes_one()
    {
        var path = directory.Write("a.tar.gz", new TarFile().File("f").Gzipped());

        var refused = await RefusedAsync(new Uri(path), null);

        Assert.Contains($"sha256sum '{path}' > '{path}.sha256'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_digest_is_refused_with_both()
    {
        var path = directory.Write("a.tar.gz", new TarFile().File("f").Gzipped());

        var refused = await RefusedAsync(new Uri(path), new string('0', 64));

        Assert.Contains($"not the announced '{new string('0', 64)}'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///does/not/exist.tar.gz", "does not exist as a file")]
    [InlineData("file:///tmp", "does not exist as a file")]
    [InlineData("s3://bucket/key", "is not on this machine")]
    [InlineData("file://other/share/a.tar.gz", "is not on this machine")]
    public async Task What_is_no_file_here_is_refused(string uri, string says) =>
        Assert.Contains(says, (await RefusedAsync(new Uri(uri), null)).Message, StringComparison.Ordinal);

    public void Dispose() => directory.Dispose();

    private Task<Artifact> VerifyAsync(byte[] bytes) => new FileArtifacts().VerifyAsync(
        new Artifact(new Uri(directory.Write("artifact", bytes)), "1.0", Convert.ToHexStringLower(SHA256.HashData(bytes))), MiB, CancellationToken.None);

    private static Task<ArtifactRefusedException> RefusedAsync(Uri uri, string? digest) => Assert.ThrowsAsync<ArtifactRefusedException>(
        () => new FileArtifacts().VerifyAsync(new Artifact(uri, "1.0", digest), MiB, CancellationToken.None));
}
