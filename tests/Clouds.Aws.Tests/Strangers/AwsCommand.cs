using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Tests.Strangers;

/// <summary>Debian's aws command line, which knows nothing of the double but its address.</summary>
internal sealed class AwsCommand(AwsDouble aws, AwsKey? with = null)
{
    /// <summary>Runs it and reads its JSON; an object without members when it prints nothing.</summary>
    public async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.True(run.Code == 0, $"aws {string.Join(' ', arguments)} ended with {run.Code}: {run.Error}");
        return string.IsNullOrWhiteSpace(run.Output) ? new JsonObject() : JsonNode.Parse(run.Output)!;
    }

    /// <summary>Runs it, expects that it fails, and returns what it says.</summary>
    public async Task<string> FailureAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.NotEqual(0, run.Code);
        return run.Error;
    }

    public Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var key = with ?? aws.Options.Keys[0];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ACCESS_KEY_ID"] = key.Id, ["AWS_SECRET_ACCESS_KEY"] = key.Secret,
            ["AWS_CONFIG_FILE"] = "/nonexistent", ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
            ["AWS_PAGER"] = "", ["AWS_MAX_ATTEMPTS"] = "1", ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        if (key.Token is not null)
        {
            environment["AWS_SESSION_TOKEN"] = key.Token;
        }

        return AwsProgram.RunAsync(environment, ["--endpoint-url", aws.Url.ToString(), "--region", aws.Options.Region, "--output", "json", .. arguments]);
    }
}
