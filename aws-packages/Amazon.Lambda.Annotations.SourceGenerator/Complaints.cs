using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Errors, with the identifiers that the official generator uses for them.</summary>
internal static class Complaints
{
    public const int LongestHandler = 127;

    public static readonly DiagnosticDescriptor TwoStartups = Error(
        "AWSLambda0101", "Two startup classes", "\"{0}\" is marked with [LambdaStartup], and so is another class. One class may be. Remove one of the attributes.");

    public static readonly DiagnosticDescriptor NoSerializer = Error(
        "AWSLambda0108", "No serializer", "\"{0}\" has no serializer. Name one with [assembly: LambdaSerializer(typeof(...))] or with the same attribute on the method.");

    public static readonly DiagnosticDescriptor HandlerTooLong = Error(
        "AWSLambda0118", "Handler too long", "The handler \"{0}\" is longer than the 127 characters that Lambda allows. Shorten the name of the assembly, namespace, class or method.");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "AWSLambda", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
