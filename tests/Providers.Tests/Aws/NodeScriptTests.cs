using System.Diagnostics;
using System.Runtime.Versioning;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Ssm;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Aws;

/// <summary>The lines that a node is given, run by a real shell with an <c>aws</c> that writes down how it was called.</summary>
[SupportedOSPlatform("linux")]
public sealed class NodeScriptTests : IDisposable
{
    private const string FakeAws = "#!/bin/bash\nprintf '%s\\n' \"$@\" >\"$CALLS\"\nprintf content >\"${@: -1}\"\n";

    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task The_script_gets_its_variables_and_nothing_stays_behind()
    {
        var (code, output) = await RunAsync(Command("echo \"$BLUEGREEN_COLOR $BLUEGREEN_HOST {{ ssm:secret }} $(cat \"$BLUEGREEN_ARTIFACT\")\"", "s3://b/k.tar.gz"), "sh");

        Assert.Equal((0, "green i-0123 {{ ssm:secret }} content"), (code, output.Trim()));
        Assert.Empty(Directory.GetFileSystemEntries(directory.Below("tmp")));
    }

    [Fact]
    public async Task What_comes_from_an_address_reaches_no_shell_unquoted()
    {
        await RunAsync(Command("true", "s3://bucket/a'b%20$(touch%20pwned);%60id%60?versionId=v'1"), "bash");

        Assert.Equal(
            ["s3api", "get-object", "--region", "eu-west-1", "--bucket", "bucket", "--key", "a'b $(touch pwned);`id`", "--version-id", "v'1"],
            (await File.ReadAllLinesAsync(directory.Below("calls")))[..^1]);
        Assert.Empty(Directory.GetFiles(directory.Path, "pwned", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("false; echo on", 0)]
    [InlineData("set -e; false; true", 1)]
    public async Task The_scripts_exit_code_is_the_nodes(string script, int expected) => Assert.Equal(expected, (await RunAsync(Command(script, null), "bash")).Code);

    [Fact]
    public async Task A_host_without_aws_or_without_the_right_to_read_says_so()
    {
        var (missing, text) = await RunAsync(Command("true", "s3://b/k"), "bash", aws: null);
        var (denied, said) = await RunAsync(Command("true", "s3://b/k"), "bash", aws: "#!/bin/bash\nexit 254\n");

        Assert.Equal((69, 66), (missing, denied));
        Assert.Contains("no 'aws'", text, StringComparison.Ordinal);
        Assert.Contains("s3:GetObject", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_artifact_that_is_not_in_S3_is_refused() =>
        Assert.Throws<ArtifactRefusedException>(() => NodeScript.Lines(Command("true", "file:///a.tar.gz"), null));

    public void Dispose() => directory.Dispose();

    private static HostCommand Command(string script, string? artifact) => new(
        "r1.t.install", Color.Green, script, artifact is null ? null : new Artifact(new Uri(artifact), "1.0"), TimeSpan.FromMinutes(1));

    private async Task<(int Code, string Output)> RunAsync(HostCommand command, string shell, string? aws = FakeAws)
    {
        directory.Write("script", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', NodeScript.Lines(command, "eu-west-1")) + "\n"));
        Directory.CreateDirectory(directory.Below("tmp"));
        Directory.CreateDirectory(directory.Below("bin"));
        foreach (var tool in (string[])["bash", "base64", "gzip", "mktemp", "rm", "cat", "hostname", "sh"])
        {
            File.Delete(directory.Below($"bin/{tool}"));
            File.CreateSymbolicLink(directory.Below($"bin/{tool}"), $"/usr/bin/{tool}");
        }

        File.Delete(directory.Below("bin/aws"));
        if (aws is not null)
        {
            await File.WriteAllTextAsync(directory.Below("bin/aws"), aws);
            File.SetUnixFileMode(directory.Below("bin/aws"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return await RunAsync($"/usr/bin/{shell}");
    }

    private async Task<(int Code, string Output)> RunAsync(string shell)
    {
        var start = new ProcessStartInfo(shell, [directory.Below("script")]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = directory.Path };
        start.Environment.Clear();
        start.Environment["PATH"] = directory.Below("bin");
        start.Environment["TMPDIR"] = directory.Below("tmp");
        start.Environment["CALLS"] = directory.Below("calls");
        start.Environment["AWS_SSM_INSTANCE_ID"] = "i-0123";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
