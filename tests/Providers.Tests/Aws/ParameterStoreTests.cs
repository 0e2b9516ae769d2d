using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Secrets;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class ParameterStoreTests
{
    [Fact]
    public async Task A_secure_parameter_is_read_decrypted_and_a_missing_one_refused_by_name()
    {
        await using var world = await AwsWorld.StartAsync();
        world.Cloud.Parameters.Put("/shop/token", MarkedSecret.Of(SecretNames.Parameter), secure: true);
        var reader = new SecretReader([new ParameterStoreSecrets(world.Account)]);

        Assert.Equal(MarkedSecret.Of(SecretNames.Parameter), await reader.ReadAsync(SecretReference.TryParse("ssm:/shop/token")!, default));
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => reader.ReadAsync(SecretReference.TryParse("ssm:/shop/other")!, default));

        Assert.Contains("'ssm:/shop/other'", refused.Message, StringComparison.Ordinal);
    }

    /// <summary><c>aws ssm put-parameter --value file://token</c> keeps the line end that an editor puts into every file.</summary>
    [Fact]
    public async Task A_parameter_made_from_a_file_is_its_text_without_the_line_end_and_never_empty()
    {
        await using var world = await AwsWorld.StartAsync();
        world.Cloud.Parameters.Put("/shop/token", MarkedSecret.Of(SecretNames.Parameter) + "\r\n", secure: true);
        world.Cloud.Parameters.Put("/shop/empty", "\n", secure: true);
        var reader = new SecretReader([new ParameterStoreSecrets(world.Account)]);

        Assert.Equal(MarkedSecret.Of(SecretNames.Parameter), await reader.ReadAsync(SecretReference.TryParse("ssm:/shop/token")!, default));
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => reader.ReadAsync(SecretReference.TryParse("ssm:/shop/empty")!, default));

        Assert.Contains("'ssm:/shop/empty' is empty", refused.Message, StringComparison.Ordinal);
    }
}
