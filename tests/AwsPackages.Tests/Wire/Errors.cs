using System.Net;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.AwsPackages.Tests.Surface;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

public sealed class Errors
{
    public static TheoryData<string> Services => [.. AwsSurface.Services];

    [Fact]
    public async Task A_json_error_is_the_exception_of_its_code()
    {
        await using var loopback = LoopbackService.Answering(Answer.JsonError(400, "com.amazonaws.ssm#ParameterNotFound", "no /shop/token"));
        using var client = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);

        var error = await Assert.ThrowsAsync<ParameterNotFoundException>(() => client.GetParameterAsync(new GetParameterRequest { Name = "/shop/token" }));

        Assert.Equal("no /shop/token", error.Message);
        Assert.Equal("ParameterNotFound", error.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(Answer.RequestId, error.RequestId);
    }

    [Fact]
    public async Task A_query_error_is_the_exception_of_its_code()
    {
        await using var loopback = LoopbackService.Answering(Answer.XmlError(400, "TargetGroupNotFound", "no tg-green"));
        using var client = Clients.To<AmazonElasticLoadBalancingV2Client>(loopback);

        var error = await Assert.ThrowsAsync<TargetGroupNotFoundException>(() => client.DescribeTargetHealthAsync(new DescribeTargetHealthRequest()));

        Assert.Equal("no tg-green", error.Message);
        Assert.Equal("TargetGroupNotFound", error.ErrorCode);
        Assert.Equal(ErrorType.Sender, error.ErrorType);
        Assert.Equal(Answer.RequestId, error.RequestId);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_code_of_a_service_is_its_class_and_any_other_the_class_of_the_service(string service)
    {
        var expected = AwsSurface.Errors(service).Append(new($"Amazon{service}Exception", "AccessDenied")).ToList();
        var json = AwsSurface.Meta(service, "protocol") == "json";
        await using var loopback = LoopbackService.Answering((n, _) =>
            json ? Answer.JsonError(400, expected[n].Value) : Answer.XmlError(400, expected[n].Value));
        using var client = Clients.Of(service, loopback.Url);
        var operation = Bundled.Operations(service).First();
        var request = Activator.CreateInstance(Bundled.Model(service, operation + "Request"))!;

        foreach (var (type, code) in expected)
        {
            var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.CallAsync(operation, request));
            Assert.Equal((type, code), (error.GetType().Name, error.ErrorCode));
        }
    }
}
