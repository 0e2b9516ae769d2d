using System.Text.RegularExpressions;

namespace BlueGreenServerless.Conventions.Tests;

/// <summary>What tests write is searched for their secrets, when it is in a folder that does that.</summary>
public sealed partial class TemporaryFolders
{
    private const string Place = "tests/Testing/Hosts/TemporaryDirectory.cs";

    [Fact]
    public void Tests_make_temporary_folders_in_one_place() =>
        Assert.Equal([Place], from file in Tree.Below("tests") where Making().IsMatch(file.Text) && !file.Path.StartsWith("tests/Conventions.Tests/", StringComparison.Ordinal) select file.Path);

    [GeneratedRegex(@"CreateTempSubdirectory|GetTempFileName|GetTempPath\(\)(?!, ""left-behind"")", RegexOptions.None, 1000)]
    private static partial Regex Making();
}
