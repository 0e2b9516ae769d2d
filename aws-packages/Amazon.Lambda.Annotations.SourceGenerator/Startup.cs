using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>A class marked with [LambdaStartup].</summary>
internal sealed record Startup(string FullType, SourcePlace Place)
{
    public static Startup Of(ISymbol type) => new(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), SourcePlace.Of(type));
}
