using Amazon.S3;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.Aws.Tests.Signing;

public sealed class Refusals
{
    private static readonly AwsKey Right = new AwsDoubleOptions().Keys[0];

    [Theory]
    [InlineData("AKIDEXAMPLE", "wrong", "SignatureDoesNotMatch", "SignatureDoesNotMatch", "InvalidSignatureException")]
    [InlineData("AKIDOTHER", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException")]
    public async Task A_wrong_key_is_refused_with_each_service_s_own_error(string id, string secret, string s3, string query, string json)
    {
        await using var aws = await AwsDouble.StartAsync();
        aws.Storage.Create("state");
        var command = new AwsCommand(aws, new AwsKey(id, secret));

        Assert.Contains($"({s3})", await command.FailureAsync("s3api", "list-objects-v2", "--bucket", "state"), StringComparison.Ordinal);
        Assert.Contains($"({query})", await command.FailureAsync("elbv2", "describe-load-balancers"), StringComparison.Ordinal);
        Assert.Contains($"({json})", await command.FailureAsync("ssm", "list-commands"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_needs_its_token_until_it_ends()
    {
        var session = new AwsKey("ASIAEXAMPLE", MarkedSecret.OfAws(SecretNames.AwsKey), MarkedSecret.Of(SecretNames.AwsSession) + "+/=");
        await using var aws = await AwsDouble.StartAsync(new AwsDoubleOptions { Keys = [session, new AwsKey("ASIAOVER", "secret", "t", DateTimeOffset.UnixEpoch)] });

        Assert.Equal(0, (await new AwsCommand(aws, session).RunAsync("elbv2", "describe-load-balancers")).Code);
        Assert.Contains("(InvalidClientTokenId)", await new AwsCommand(aws, session with { Token = "other" }).FailureAsync("elbv2", "describe-load-balancers"), StringComparison.Ordinal);
        Assert.Contains("(ExpiredToken)", await new AwsCommand(aws, new AwsKey("ASIAOVER", "secret", "t")).FailureAsync("elbv2", "describe-load-balancers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_an_hour_off_is_refused()
    {
        var time = new Testing.Time.VirtualTime();
        time.Advance(TimeProvider.System.GetUtcNow().AddHours(1) - time.GetUtcNow());
        await using var aws = await AwsDouble.StartAsync(new AwsDoubleOptions { SigningClock = time });
        aws.Storage.Create("state");
        var command = new AwsCommand(aws, Right);

        Assert.Contains("(RequestTimeTooSkewed)", await command.FailureAsync("s3api", "list-objects-v2", "--bucket", "state"), StringComparison.Ordinal);
        Assert.Contains("Signature expired", await command.FailureAsync("elbv2", "describe-load-balancers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_signature_is_refused_and_a_presigned_address_is_good_for_its_time()
    {
        var time = new Testing.Time.VirtualTime();
        time.Advance(TimeProvider.System.GetUtcNow() - time.GetUtcNow());
        await using var aws = await AwsDouble.StartAsync(new AwsDoubleOptions { SigningClock = time });
        aws.Storage.Create("artifacts");
        using var s3 = SdkClients.Storage(aws);
        await s3.PutObjectAsync(new() { BucketName = "artifacts", Key = "a b.zip", ContentBody = "zip" });
        var address = await s3.GetPreSignedURLAsync(new() { BucketName = "artifacts", Key = "a b.zip", Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5), Protocol = Protocol.HTTP });
        using var http = new HttpClient();

        Assert.Equal("zip", await http.GetStringAsync(new Uri(address)));
        using var plain = await http.GetAsync(new Uri(aws.Url, "artifacts/a%20b.zip"));
        using var changed = await http.GetAsync(new Uri(address.Replace("X-Amz-Expires=", "X-Amz-Expires=1", StringComparison.Ordinal)));
        time.Advance(TimeSpan.FromMinutes(6));
        using var late = await http.GetAsync(new Uri(address));

        Assert.Equal([403, 403, 403], new[] { plain, changed, late }.Select(answer => (int)answer.StatusCode));
        Assert.Contains("Request has expired", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
