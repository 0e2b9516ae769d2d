using System.Xml.Linq;
using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>XML in the namespace of S3.</summary>
internal static class S3Xml
{
    private static readonly XNamespace Space = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static XElement Text(string name, object value) => new(Space + name, value);

    public static XElement Group(string name, params object?[] content) => new(Space + name, content);

    public static WireAnswer Answer(string root, params object?[] content) => WireAnswer.Of(
        200, "application/xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{new XElement(Space + root, content).ToString(SaveOptions.DisableFormatting)}");
}
