using System.Text.RegularExpressions;
using System.Xml.Linq;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AddedProvider.Tests;

/// <summary>One folder is all that there is.</summary>
public sealed partial class OneFolder
{
    private static readonly string[] Product = ["release", "configuration", "providers", "functions", "engine", "cli", "cdk", "statemachine"];

    [Fact]
    public void Nothing_of_the_product_knows_the_added_provider() =>
        Assert.Empty(
            from folder in Product
            from file in Directory.EnumerateFiles(Repository.Path(folder), "*", SearchOption.AllDirectories)
            where (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal) || file.EndsWith(".csproj", StringComparison.Ordinal))
                && Its().IsMatch(File.ReadAllText(file))
            select file);

    [Fact]
    public void Everything_of_the_added_provider_is_in_one_folder()
    {
        var folder = Repository.Path("tests", "AddedProvider");

        Assert.Equal(["AddedProvider.csproj"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.Equal(["SocketLink"], Directory.GetDirectories(folder).Select(Path.GetFileName));
        Assert.Contains("SocketLinkProvider.cs", Directory.GetFiles(Path.Combine(folder, "SocketLink")).Select(Path.GetFileName));
    }

    [Fact]
    public void It_is_built_with_what_the_providers_are_built_with() =>
        Assert.Equal(Needs(Repository.Path("providers", "Providers.csproj")), Needs(Repository.Path("tests", "AddedProvider", "AddedProvider.csproj")));

    private static IEnumerable<string> Needs(string project) =>
        XDocument.Load(project).Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference" or "AwsPackage")
            .Select(element => $"{element.Name.LocalName} {Path.GetFileName((string)element.Attribute("Include")!)}").Order(StringComparer.Ordinal);

    [GeneratedRegex("socket-?link", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Its();
}
