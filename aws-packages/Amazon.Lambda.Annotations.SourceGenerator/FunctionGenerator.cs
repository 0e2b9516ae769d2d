using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>
/// Writes <c>{Class}_{Method}_Generated</c> for every method with [LambdaFunction], so that handler strings are the same with the
/// bundled and with the official package. It writes no serverless.template: the CDK app describes the functions.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class FunctionGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            Known.Function, static (node, _) => node is MethodDeclarationSyntax, static (found, _) => Function.Of((IMethodSymbol)found.TargetSymbol));
        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            Known.Startup, static (node, _) => node is ClassDeclarationSyntax, static (found, _) => Startup.Of(found.TargetSymbol)).Collect();

        context.RegisterSourceOutput(startups, ComplainAboutSecond);
        context.RegisterSourceOutput(functions.Combine(startups), static (output, pair) => Write(output, pair.Left, pair.Right));
    }

    private static void ComplainAboutSecond(SourceProductionContext output, ImmutableArray<Startup> startups)
    {
        foreach (var startup in startups.Skip(1))
            output.ReportDiagnostic(Diagnostic.Create(Complaints.TwoStartups, startup.Place.ToLocation(), startup.FullType));
    }

    private static void Write(SourceProductionContext output, Function function, ImmutableArray<Startup> startups)
    {
        if (function.Handler.Length > Complaints.LongestHandler)
            output.ReportDiagnostic(Diagnostic.Create(Complaints.HandlerTooLong, function.Place.ToLocation(), function.Handler));
        if (function.Serializer is null)
            output.ReportDiagnostic(Diagnostic.Create(Complaints.NoSerializer, function.Place.ToLocation(), function.Method));
        else
            output.AddSource($"{function.Wrapper}.g.cs", Wrapper.Source(function, startups.FirstOrDefault()));
    }
}
