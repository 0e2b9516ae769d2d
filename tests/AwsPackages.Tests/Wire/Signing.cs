using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.AwsPackages.Tests.Surface;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

public sealed class Signing
{
    [Fact]
    public async Task A_json_request_is_signed_with_version_4()
    {
        await using var loopback = LoopbackService.Answering(Answer.Json("{}"));
        using var client = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);

        await client.GetParameterAsync(new GetParameterRequest { Name = "/shop/token", WithDecryption = true });

        AssertSigned(loopback.Request, "ssm");
        Assert.Contains("x-amz-target", loopback.Request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_request_is_signed_with_version_4_and_again_when_it_is_repeated()
    {
        await using var loopback = LoopbackService.Answering(Answer.XmlError(503, "ServiceUnavailable"), Answer.Xml("DescribeAlarms", ""));
        using var client = Clients.To<AmazonCloudWatchClient>(loopback);

        await client.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["shop 5xx/ü"] });

        Assert.Equal(2, loopback.Requests.Count);
        Assert.All(loopback.Requests, request => AssertSigned(request, "monitoring"));
    }

    [Fact]
    public async Task Every_service_signs_with_its_own_name()
    {
        foreach (var service in AwsSurface.Services)
        {
            await using var loopback = LoopbackService.Answering(AwsSurface.Meta(service, "protocol") == "json" ? Answer.Json("{}") : Answer.Xml("Any", ""));
            using var client = Clients.Of(service, loopback.Url);
            var operation = Bundled.Operations(service).First();

            await client.CallAsync(operation, Activator.CreateInstance(Bundled.Model(service, operation + "Request"))!);

            AssertSigned(loopback.Request, AwsSurface.Meta(service, "endpointPrefix"));
        }
    }

    private static void AssertSigned(CapturedRequest request, string service)
    {
        var credentials = Clients.Credentials.GetCredentials();
        Assert.Equal(credentials.Token, request.Headers["X-Amz-Security-Token"]);
        Assert.Equal(
            SignatureVersion4.Authorization(request, credentials.AccessKey, credentials.SecretKey, Clients.Region, service), request.Headers["Authorization"]);
    }
}
