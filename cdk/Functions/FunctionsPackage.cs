using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace BlueGreenServerless.Cdk.Functions;

/// <summary>
/// The one package that all functions share, published as part of synthesis when a source is newer. It is framework-dependent and has no
/// native code, so the same bytes run on arm64 and x64.
/// </summary>
public static class FunctionsPackage
{
    private static readonly string[] _sources = ["release", "configuration", "providers", "functions", "aws-packages"];
    private static readonly string[] _kinds = [".cs", ".csproj", ".json", ".sh", ".props"];

    /// <summary>The functions are built with this program; as what is deployed only when that is not a debug build.</summary>
    private static bool IsBuilt => typeof(FunctionsPackage).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration == "Release";

    /// <returns>The directory with the published files.</returns>
    /// <exception cref="InvalidOperationException">The compiler refused; its output is on the console.</exception>
    public static string Publish(string root)
    {
        var output = Path.Combine(root, "artifacts", "lambda");
        var proof = Path.Combine(output, "BlueGreenServerless.Hosting.dll");
        using (Alone(root))
        {
            if (!File.Exists(proof) || Newest(root) > File.GetLastWriteTimeUtc(proof))
            {
                Clear(output);
                // the analyzers have their say where the source is tested
                string[] how = IsBuilt ? ["--no-build"] : ["-p:RunAnalyzers=false"];
                Run(root, ["publish", Path.Combine("functions", "Hosting", "Hosting.csproj"), "-c", "Release", "-o", output, "-v", "quiet", .. how]);
                File.SetLastWriteTimeUtc(proof, DateTime.UtcNow);
            }
        }

        Console.Error.WriteLine($"Functions: {output}, {ZipSize(output) / 1024.0 / 1024:F2} MiB zipped.");
        return output;
    }

    /// <summary>Size in bytes of a directory as a zip file, which is what Lambda takes.</summary>
    public static long ZipSize(string directory)
    {
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(directory, zip, CompressionLevel.Optimal, includeBaseDirectory: false);
        return zip.Length;
    }

    /// <summary>Two syntheses of one tree at the same time would write into the same folders: the second one waits, and finds the package made.</summary>
    private static PublishingTurn Alone(string root) => new("bluegreen-functions-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..16]);

    /// <summary>What an earlier version left there would be deployed too.</summary>
    private static void Clear(string output)
    {
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static DateTime Newest(string root) =>
        _sources.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Where(file => _kinds.Contains(Path.GetExtension(file), StringComparer.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(root, "Directory.*")).Max(File.GetLastWriteTimeUtc);

    private static void Run(string root, params string[] words)
    {
        // its output belongs on standard error: the CDK's command line reads standard output
        var start = new ProcessStartInfo(System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", words) { WorkingDirectory = root, UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Console.Error.Write(text);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Publishing the functions ended with '{process.ExitCode}'. Its messages are above. Correct what they name.");
        }
    }
}
