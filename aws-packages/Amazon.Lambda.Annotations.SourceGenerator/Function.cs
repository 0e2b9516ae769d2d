using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>A method marked with [LambdaFunction], in words that the wrapper is written with.</summary>
/// <param name="Signature">The parameters of the wrapper: those of the method without the ones from the services.</param>
/// <param name="Arguments">What the wrapper passes to the method.</param>
/// <param name="Serializer">Null when neither the method nor the assembly names one.</param>
internal sealed record Function(
    string Assembly, string Namespace, string Type, string FullType, string Method, string ReturnType, bool Awaited, bool HasResult,
    string Signature, string Arguments, string? Serializer, SourcePlace Place)
{
    public string Wrapper => $"{Type}_{Method}_Generated";

    public string Handler => $"{Assembly}::{(Namespace.Length == 0 ? "" : Namespace + ".")}{Wrapper}::{Method}";

    public static Function Of(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var result = method.ReturnType;
        var awaited = result.Name == "Task" && result.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";
        return new Function(
            method.ContainingAssembly.Name,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            Full(type),
            method.Name,
            Full(result),
            awaited,
            awaited ? ((INamedTypeSymbol)result).IsGenericType : !method.ReturnsVoid,
            Signed(method),
            string.Join(", ", method.Parameters.Select(Argument)),
            SerializerOf(method) ?? SerializerOf(method.ContainingAssembly),
            SourcePlace.Of(method));
    }

    /// <summary>The runtime passes a stream to a function without parameters of its own.</summary>
    private static string Signed(IMethodSymbol method)
    {
        var own = method.Parameters.Where(parameter => !IsService(parameter)).Select(parameter => $"{Full(parameter.Type)} {Name(parameter)}");
        var text = string.Join(", ", own);
        return text.Length == 0 ? "global::System.IO.Stream stream" : text;
    }

    private static string Argument(IParameterSymbol parameter) =>
        IsService(parameter) ? $"scope.ServiceProvider.GetRequiredService<{Full(parameter.Type)}>()" : Name(parameter);

    private static string Name(IParameterSymbol parameter) =>
        parameter.Type.ToDisplayString() == Known.Context ? "__context__" : $"__{parameter.Name}__";

    private static bool IsService(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == Known.FromServices);

    private static string? SerializerOf(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == Known.Serializer)
            ?.ConstructorArguments[0].Value is ITypeSymbol type ? Full(type) : null;

    private static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
