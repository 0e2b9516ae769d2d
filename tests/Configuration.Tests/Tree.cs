using System.Runtime.CompilerServices;

namespace BlueGreenServerless.Configuration.Tests;

/// <summary>Files of the repository.</summary>
internal static class Tree
{
    private static readonly string Root = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
