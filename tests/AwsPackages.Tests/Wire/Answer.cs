namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>What the loopback service answers.</summary>
internal sealed record Answer(int Status, string ContentType, string Body)
{
    public const string RequestId = "7c41f2f0-0000-4000-8000-3d8f2b1f0001";

    public static Answer Json(string body) => new(200, "application/x-amz-json-1.1", body);

    public static Answer JsonError(int status, string code, string message = "as told") =>
        new(status, "application/x-amz-json-1.1", $$"""{"__type":"{{code}}","message":"{{message}}"}""");

    public static Answer Xml(string operation, string result) => new(200, "text/xml", $"""
        <{operation}Response xmlns="http://aws/doc/"><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>{RequestId}</RequestId></ResponseMetadata></{operation}Response>
        """);

    public static Answer XmlError(int status, string code, string message = "as told") => new(status, "text/xml", $"""
        <ErrorResponse xmlns="http://aws/doc/"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>{RequestId}</RequestId></ErrorResponse>
        """);
}
