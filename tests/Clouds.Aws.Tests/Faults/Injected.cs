using Amazon.Runtime;
using Amazon.S3;
using BlueGreenServerless.Clouds.Aws.Faults;

namespace BlueGreenServerless.Clouds.Aws.Tests.Faults;

public sealed class Injected
{
    [Fact]
    public async Task A_lost_reply_makes_the_retry_of_a_conditional_write_meet_itself()
    {
        await using var aws = await AwsDouble.StartAsync();
        var bucket = aws.Storage.Create("state");
        using var s3 = SdkClients.Storage(aws);
        aws.Faults.Add(new Fault("s3", "PutObject", FaultKind.LostReply));

        var failure = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(new() { BucketName = "state", Key = "lock", ContentBody = "mine", IfNoneMatch = "*" }));

        Assert.Equal("PreconditionFailed", failure.ErrorCode);
        Assert.Equal("mine"u8.ToArray(), bucket.Current("lock")!.Body);
        Assert.Equal(2, aws.Calls["s3:PutObject"]);
    }

    [Fact]
    public async Task Errors_come_as_often_as_planned_and_retries_of_the_SDK_survive_them()
    {
        await using var aws = await AwsDouble.StartAsync();
        aws.Faults.Add(new Fault("elasticloadbalancing", "DescribeLoadBalancers", FaultKind.Error) { Times = 1, Status = 400, Code = "Throttling", Message = "Rate exceeded" });
        aws.Faults.Add(new Fault("elasticloadbalancing", "*", FaultKind.LostRequest));
        using var client = SdkClients.Balancing(aws, retries: 3);

        await client.DescribeLoadBalancersAsync(new());

        Assert.Equal(3, aws.Calls["elasticloadbalancing:DescribeLoadBalancers"]);
    }

    [Fact]
    public async Task A_missing_permission_is_told_until_it_is_given()
    {
        await using var aws = await AwsDouble.StartAsync();
        using var client = SdkClients.Balancing(aws, retries: 0);
        aws.Faults.Deny("elasticloadbalancing", "DescribeLoadBalancers");

        var denied = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.DescribeLoadBalancersAsync(new()));
        aws.Faults.Allow("elasticloadbalancing", "DescribeLoadBalancers");
        await client.DescribeLoadBalancersAsync(new());

        Assert.Equal("AccessDenied", denied.ErrorCode);
    }
}
