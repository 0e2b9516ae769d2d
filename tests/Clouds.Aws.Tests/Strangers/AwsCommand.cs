using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Tests.Strangers;

/// <summary>Debian's aws command line, which knows nothing of the double but its address.</summary>
internal sealed class AwsCommand(AwsDouble aws)
{
    private const string Command = "/usr/bin/aws";

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

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Command, ["--endpoint-url", aws.Url.ToString(), "--region", aws.Options.Region, "--output", "json", .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var key = aws.Options.Keys[0];
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"]) = (key.Id, key.Secret);
        (start.Environment["AWS_CONFIG_FILE"], start.Environment["AWS_SHARED_CREDENTIALS_FILE"]) = ("/nonexistent", "/nonexistent");
        (start.Environment["AWS_PAGER"], start.Environment["AWS_MAX_ATTEMPTS"], start.Environment["AWS_EC2_METADATA_DISABLED"]) = ("", "1", "true");
        start.Environment.Remove("PYTHONPATH");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
