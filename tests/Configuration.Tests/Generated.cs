namespace BlueGreenServerless.Configuration.Tests;

/// <summary>Files that are written from the code. With UPDATE_GENERATED=1 a test writes them anew instead of comparing; review them with git diff.</summary>
internal static class Generated
{
    public static bool Update { get; } = Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1";

    public static void Equal(string relative, string expected)
    {
        var path = Tree.Path(relative);
        if (Update)
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == expected,
            $"The file '{relative}' is not what the code says. Write it anew with: UPDATE_GENERATED=1 dotnet test tests/Configuration.Tests");
    }
}
