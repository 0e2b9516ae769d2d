using System.Reflection;
using System.Runtime.Loader;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.AddedProvider.Tests;

/// <summary>The program as it is when one folder was added below <c>providers/</c> and everything was built again.</summary>
internal sealed class OneMore() : AssemblyLoadContext("one provider more")
{
    public const string ProviderName = "socket-link";

    private const string Providers = "BlueGreenServerless.Providers";
    private const string Cdk = "BlueGreenServerless.Cdk";

    private static readonly OneMore Loaded = new();

    private static string Built => Path.Combine(OutputOf("AddedProvider"), Providers + ".dll");

    /// <summary>What the registry finds.</summary>
    public static IReadOnlyList<IProvider> Registered()
    {
        var registry = Loaded.LoadFromAssemblyName(new AssemblyName(Providers)).GetType($"{Providers}.Registry.ProviderRegistry", throwOnError: true)!;
        return (IReadOnlyList<IProvider>)registry.GetProperty("All")!.GetValue(registry.GetMethod("Discover")!.Invoke(null, null))!;
    }

    /// <summary>A type of the deployment, which reads the rights of every provider.</summary>
    public static Type Deployed(string type) => Loaded.LoadFromAssemblyName(new AssemblyName(Cdk)).GetType($"{Cdk}.{type}", throwOnError: true)!;

    /// <summary>Puts the command into a directory and returns its path.</summary>
    public static string Command(TemporaryDirectory directory)
    {
        var folder = Directory.CreateDirectory(directory.Below("command")).FullName;
        foreach (var file in Directory.GetFiles(OutputOf("Cli")).Where(file => !file.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "runtimes"), Path.Combine(OutputOf("Cli"), "runtimes"));
        File.Copy(Built, Path.Combine(folder, Path.GetFileName(Built)), overwrite: true);
        return Path.Combine(folder, "bluegreen.dll");
    }

    /// <summary>Only what depends on the providers is loaded anew.</summary>
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        Providers => LoadFromAssemblyPath(Built),
        Cdk => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Cdk + ".dll")),
        _ => null,
    };

    private static string OutputOf(string project) => AppContext.BaseDirectory.Replace("/AddedProvider.Tests/", $"/{project}/", StringComparison.Ordinal);
}
