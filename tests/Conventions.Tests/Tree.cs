using System.Runtime.CompilerServices;

namespace BlueGreenServerless.Conventions.Tests;

/// <summary>The source tree that the conventions are checked on.</summary>
internal static class Tree
{
    private static readonly string[] SourceFolders =
        ["release", "configuration", "providers", "functions", "engine", "cli", "cdk", "load", "bench", "tests"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. SourceFolders.SelectMany(In).Select(SourceFile.Read).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IEnumerable<SourceFile> Below(params string[] folders) =>
        Sources.Where(file => folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IReadOnlyList<string> Folders(string below) =>
        [.. Directory.GetDirectories(Path.Combine(Root, below)).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> In(string folder) => Directory.Exists(Path.Combine(Root, folder))
        ? Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal))
        : [];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
