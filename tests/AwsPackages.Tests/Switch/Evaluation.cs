using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsPackages.Tests.Switch;

/// <summary>What a project refers to, asked from MSBuild without building.</summary>
internal static class Evaluation
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static async Task<JsonNode> ReferencesAsync(string mode)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList =
            {
                "msbuild", "tests/AwsPackages.Tests/AwsPackages.Tests.csproj", "-getItem:PackageReference,ProjectReference,PackageVersion", $"-p:AwsPackages={mode}",
            },
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return JsonNode.Parse(output)!["Items"]!;
    }

    public static IReadOnlyList<string> Names(JsonNode items, string kind) =>
        [.. items[kind]!.AsArray().Select(item => (string)item!["Identity"]!)];

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "BlueGreenServerless.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
