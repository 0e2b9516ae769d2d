using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace AwsPackages.Wire;

/// <summary>awsQuery answers: <c>{Op}Response / {Op}Result</c> and the request id in <c>ResponseMetadata</c>.</summary>
internal sealed class XmlResponseReader<TResponse>(ServiceDescription service, string operation) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var reader = XmlReader.Create(input.Stream, Settings);
        var root = XDocument.Load(reader).Root;
        var response = new TResponse();
        if (XmlShape.Child(root, operation + "Result") is { } result)
            XmlShape.Fill(response, result);
        response.ResponseMetadata = new ResponseMetadata { RequestId = XmlShape.Child(XmlShape.Child(root, "ResponseMetadata"), "RequestId")?.Value };
        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        service.Exception(XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input), innerException, statusCode);
}
