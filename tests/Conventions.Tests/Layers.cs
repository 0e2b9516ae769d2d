using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Conventions.Tests;

/// <summary>Who may know whom.</summary>
public sealed class Layers
{
    private static readonly string[] Outside = ["release", "configuration", "functions", "engine"];

    private static readonly string[] Forbidden =
        ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Diagnostics.Process", "System.Console", "System.Environment"];

    [Fact]
    public void Release_does_no_input_or_output()
    {
        using var file = File.OpenRead(typeof(Traffic.Color).Assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var used = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ToList();

        Assert.DoesNotContain(used, type => Forbidden.Contains(type, StringComparer.Ordinal) || type.StartsWith("System.Net.", StringComparison.Ordinal));
    }

    [Fact]
    public void Release_depends_on_no_package_and_no_other_project() =>
        Assert.DoesNotContain("Include=", Tree.Text("release/Release.csproj"), StringComparison.Ordinal);

    [Fact]
    public void No_provider_is_named_outside_its_folder()
    {
        var providers = Tree.Folders("providers").Where(folder => File.Exists(Path.Combine(Tree.Root, "providers", folder, folder + "Provider.cs"))).ToList();
        Assert.NotEmpty(providers);
        var named = new Regex($"\"({string.Join('|', providers)})\"|Providers\\.({string.Join('|', providers)})\\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

        Assert.Empty(
            from file in Tree.Below(Outside)
            from Match match in named.Matches(file.Text)
            select $"{file.Path}: {match.Value}");
    }

    [Fact]
    public void No_provider_is_called_by_the_name_that_users_write_outside_its_folder()
    {
        var names = ProviderRegistry.Discover().All.Select(provider => Regex.Escape(provider.Name)).ToList();
        Assert.NotEmpty(names);
        var called = new Regex($"\"({string.Join('|', names)})\"", RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.Empty(
            from file in Tree.Below([.. Outside, "cdk"])
            from Match match in called.Matches(file.Text)
            select $"{file.Path}: {match.Value}");
    }

    [Fact]
    public void No_provider_knows_another_provider()
    {
        var providers = Tree.Folders("providers").Where(folder => File.Exists(Path.Combine(Tree.Root, "providers", folder, folder + "Provider.cs"))).ToList();

        Assert.Empty(
            from provider in providers
            from file in Tree.Below("providers/" + provider)
            from other in providers
            where other != provider && file.Text.Contains($"Providers.{other}", StringComparison.Ordinal)
            select $"{file.Path}: {other}");
    }
}
