using BlueGreenServerless.AwsCommands.Tests.Stand;
using BlueGreenServerless.Testing.Cli;

namespace BlueGreenServerless.AwsCommands.Tests.Releases;

/// <summary>How the command finds its deployment, and what it says when it does not.</summary>
public sealed class ConnectionTests(Deployment deployment)
{
    [Fact]
    public async Task A_profile_that_is_asked_for_wins_over_keys_of_the_environment()
    {
        using var app = new PushedApp(deployment, "profiled");
        var key = deployment.Aws.Options.Keys[0];
        var file = Path.Combine(app.Folder, "credentials");
        await File.WriteAllTextAsync(file, $"[prod]\naws_access_key_id = {key.Id}\naws_secret_access_key = {key.Secret}\n");
        var shell = new Dictionary<string, string>(deployment.Shell, StringComparer.Ordinal)
        {
            ["AWS_ACCESS_KEY_ID"] = "AKIDOTHER", ["AWS_SECRET_ACCESS_KEY"] = "other", ["AWS_SHARED_CREDENTIALS_FILE"] = file, ["AWS_REGION"] = "us-east-1",
        };

        var end = await Bluegreen.RunAsync(app.Folder, shell, "status", "--engine", "aws", "--profile", "prod", "--region", "eu-west-1");

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.Contains("no release of it is live yet", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_of_the_environment_name_a_deployment_without_its_parameter()
    {
        using var app = new PushedApp(deployment, "named");
        var shell = new Dictionary<string, string>(deployment.Shell, StringComparer.Ordinal)
        {
            ["BLUEGREEN_STATE"] = "s3://bluegreen-state", ["BLUEGREEN_ARTIFACTS"] = "s3://bluegreen-artifacts",
            ["BLUEGREEN_MACHINES"] = "arn:aws:states:eu-west-1:123456789012:stateMachine:bluegreen-",
        };

        var end = await Bluegreen.RunAsync(app.Folder, shell, "freeze", "--engine", "aws", "--reason", "named");

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.NotNull(await deployment.Store.FindFreezeAsync("named", CancellationToken.None));
    }

    [Theory]
    [InlineData("There is no deployment 'elsewhere'", "--engine", "aws", "--deployment", "elsewhere")]
    [InlineData("There is no engine 'azure'. Allowed are local, aws.", "--engine", "azure")]
    [InlineData("The profile 'nobody'", "--engine", "aws", "--profile", "nobody")]
    public async Task What_cannot_be_reached_is_said_with_code_1(string said, params string[] options)
    {
        using var app = new PushedApp(deployment, "lost");

        var end = await Bluegreen.RunAsync(app.Folder, deployment.Shell, ["status", .. options]);

        Assert.Equal(1, end.Code);
        Assert.Contains(said, end.Errors, StringComparison.Ordinal);
    }
}
