using System.Diagnostics;
using System.Security.Cryptography;

namespace BlueGreenServerless.Testing.Hosts;

/// <summary>A host of which only the install directory exists: runs host scripts with bash as a provider would.</summary>
public sealed class ScriptHost : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public ScriptHost() => Directory.CreateDirectory(Install);

    /// <summary>The install directory.</summary>
    public string Install => root.Below("srv");

    /// <summary>Where hooks of tests write what they did.</summary>
    public string Trace => root.Below("trace");

    /// <summary>The directory around the install directory, to see what escaped.</summary>
    public string Around => root.Path;

    public string Artifact => root.Below("artifact");

    public string? Current => new DirectoryInfo(Path.Combine(Install, "current")).LinkTarget;

    public IReadOnlyList<string> TraceLines => File.Exists(Trace) ? File.ReadAllLines(Trace) : [];

    public string Below(params string[] parts) => Path.Combine([Install, .. parts]);

    /// <summary>Puts the artifact's file on the host and returns its digest.</summary>
    public string Deliver(byte[] artifact)
    {
        File.WriteAllBytes(Artifact, artifact);
        return Convert.ToHexStringLower(SHA256.HashData(artifact));
    }

    public Process Start(string script, string artifact = "")
    {
        var start = new ProcessStartInfo("bash", ["-s"]) 
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["BLUEGREEN_ARTIFACT"] = artifact.Length > 0 ? artifact : Artifact;
        start.Environment["BLUEGREEN_COLOR"] = "green";
        start.Environment["BLUEGREEN_HOST"] = "g1";
        start.Environment["TRACE"] = Trace;
        var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        return process;
    }

    public async Task<ScriptRun> RunAsync(string script, string artifact = "")
    {
        using var process = Start(script, artifact);
        return await EndAsync(process);
    }

    /// <summary>Waits for the end of the script and of its output, at most a minute.</summary>
    public static async Task<ScriptRun> EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new ScriptRun(process.ExitCode, await output + await error);
    }

    public void Dispose() => root.Dispose();
}
