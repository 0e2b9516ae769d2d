namespace BlueGreenServerless.Cdk.Tests;

/// <summary>Files that are written from the templates. With UPDATE_GENERATED=1 a test writes them anew instead of comparing; review them with git diff.</summary>
internal static class Generated
{
    public static bool Update { get; } = System.Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1";

    public static void Equal(string relative, string expected)
    {
        var path = Path.Combine(RepositoryRoot.Find(), relative);
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == expected,
            $"The file '{relative}' is not what the templates say. Write it anew with: UPDATE_GENERATED=1 dotnet test tests/Cdk.Tests");
    }

    /// <summary>Replaces what stands between the two markers of a name in a document.</summary>
    public static void Between(string relative, string name, string expected)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), relative));
        var (open, close) = ($"<!-- generated:{name} -->\n", $"<!-- /generated:{name} -->");
        var (begin, end) = (text.IndexOf(open, StringComparison.Ordinal), text.IndexOf(close, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, $"The file '{relative}' has no markers '{open.Trim()}' and '{close}'.");
        Equal(relative, text[..(begin + open.Length)] + "\n" + expected + "\n" + text[end..]);
    }
}
