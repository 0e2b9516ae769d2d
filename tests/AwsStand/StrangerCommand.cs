using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsStand;

/// <summary>Debian's aws command line as somebody uses it by hand in the account.</summary>
public sealed class StrangerCommand(CloudAccount account)
{
    /// <summary>Runs it and reads its JSON; an object without members when it prints nothing.</summary>
    /// <exception cref="InvalidOperationException">It said no; with its words.</exception>
    public async Task<JsonNode> RunAsync(params string[] arguments)
    {
        var options = account.Aws.Options;
        var start = new ProcessStartInfo("/usr/bin/aws", ["--endpoint-url", account.Aws.Url.ToString(), "--region", options.Region, "--output", "json", .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"]) = (options.Keys[0].Id, options.Keys[0].Secret);
        (start.Environment["AWS_PAGER"], start.Environment["AWS_EC2_METADATA_DISABLED"]) = ("", "true");
        start.Environment.Remove("PYTHONPATH");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? string.IsNullOrWhiteSpace(await output) ? new JsonObject() : JsonNode.Parse(await output)!
            : throw new InvalidOperationException($"aws {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
    }
}
