using System.Reflection;
using Amazon.Lambda.Annotations.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

/// <summary>A source that went through the generator and the compiler.</summary>
internal sealed record Compiled(IReadOnlyList<string> Complaints, IReadOnlyList<string> Files, CSharpCompilation Compilation)
{
    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    public static Compiled From(string source, string assembly = "Sample")
    {
        var compilation = CSharpCompilation.Create(
            assembly, [CSharpSyntaxTree.ParseText(source)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var driver = CSharpGeneratorDriver.Create(new FunctionGenerator())
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var complaints);
        return new Compiled(
            [.. complaints.Select(complaint => complaint.Id)],
            [.. driver.GetRunResult().GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath))],
            (CSharpCompilation)updated);
    }

    public Assembly Load()
    {
        using var image = new MemoryStream();
        var result = Compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }
}
