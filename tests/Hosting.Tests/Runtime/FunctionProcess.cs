using System.Diagnostics;
using System.Globalization;
using BlueGreenServerless.Cdk;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Hosting.Tests.Runtime;

/// <summary>A function in a process of its own, started from the published package as the managed runtime starts it.</summary>
internal sealed class FunctionProcess : IDisposable
{
    private static readonly Lazy<string> _package = new(() => FunctionsPackage.Publish(RepositoryRoot.Find()));
    private readonly Process process;

    private FunctionProcess(Process process) => this.process = process;

    /// <param name="state">Directory with the store.</param>
    public static FunctionProcess Start(string handler, string function, string state, string api)
    {
        var runtime = Path.Combine(AppContext.BaseDirectory.Replace("Hosting.Tests", "LambdaRuntime", StringComparison.Ordinal), "BlueGreenServerless.LambdaRuntime.dll");
        var name = Path.Combine(_package.Value, handler.Split("::")[0]);
        var start = new ProcessStartInfo(
            System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", "--depsfile", name + ".deps.json", "--runtimeconfig", name + ".runtimeconfig.json", runtime, handler])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _package.Value,
        };
        foreach (var (variable, value) in Variables(function, state, api))
        {
            start.Environment[variable] = value;
        }

        var started = Process.Start(start)!;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new FunctionProcess(started);
    }

    public static void Prepare() => _ = _package.Value;

    /// <summary>Largest resident memory so far, in MiB.</summary>
    public double PeakMemory()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").Single(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024.0;
    }

    public bool HasExited => process.HasExited;

    public Task ExitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static Dictionary<string, string> Variables(string function, string state, string api) => new(StringComparer.Ordinal)
    {
        ["AWS_LAMBDA_RUNTIME_API"] = api,
        ["AWS_LAMBDA_FUNCTION_NAME"] = function,
        ["AWS_REGION"] = "eu-central-1",
        ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = MarkedSecret.OfAws(SecretNames.AwsKey),
        ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9",
        ["BLUEGREEN_PREFIX"] = "bluegreen",
        ["BLUEGREEN_STATE"] = new Uri(state).AbsoluteUri,
        ["BLUEGREEN_ARTIFACTS"] = "s3://artifacts",
        ["BLUEGREEN_ACCOUNT"] = Events.Samples.Account,
        ["BLUEGREEN_MACHINES"] = Events.Samples.Machines,

        // the store in a file needs SQLite's library, which the package leaves out
        ["LD_LIBRARY_PATH"] = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native"),
    };
}
