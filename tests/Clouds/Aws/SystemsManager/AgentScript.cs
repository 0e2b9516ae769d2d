using System.Diagnostics;

namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>Runs a command's lines the way the agent does on Linux: one file, executed through sh, so a first line with #! is heeded.</summary>
internal static class AgentScript
{
    // The file is written by another process than this one, whose forks could hold it open for writing, and then it cannot be executed
    private const string WriteAndRun = "cat >\"$0\" && chmod 700 \"$0\" && exec sh -c \"$0\" </dev/null";

    public static async Task<ScriptEnd> RunAsync(ManagedNode node, string commandId, IReadOnlyList<string> lines, string? directory, string region, CancellationToken stop)
    {
        var folder = Directory.CreateDirectory(Path.Combine(node.Directory, ".ssm", commandId)).FullName;
        var file = Path.Combine(folder, "_script.sh");
        using var process = Process.Start(Start(node, file, directory, region))!;
        await process.StandardInput.WriteAsync(node.Placed(string.Join('\n', lines) + "\n"));
        process.StandardInput.Close();
        var output = ReadAsync(process.StandardOutput);
        var error = ReadAsync(process.StandardError);
        var stopped = await EndedAsync(process, stop);
        // What a script leaves running in the background may keep its output open; the agent does not wait for it
        await Task.WhenAny(Task.WhenAll(output.Done, error.Done), Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, CancellationToken.None));
        return new ScriptEnd(process.ExitCode, output.Text(), error.Text(), stopped);
    }

    private static ProcessStartInfo Start(ManagedNode node, string file, string? directory, string region)
    {
        var start = new ProcessStartInfo("sh", ["-c", WriteAndRun, file])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = directory is null ? node.Directory : node.Placed(directory),
        };
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["HOME"]) = ("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", node.Directory);
        (start.Environment["AWS_SSM_INSTANCE_ID"], start.Environment["AWS_SSM_REGION_NAME"]) = (node.Id, region);
        foreach (var (name, value) in node.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<bool> EndedAsync(Process process, CancellationToken stop)
    {
        try
        {
            await process.WaitForExitAsync(stop);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            return true;
        }
    }

    private static (Task Done, Func<string> Text) ReadAsync(StreamReader reader)
    {
        var text = new System.Text.StringBuilder();
        async Task CopyAsync()
        {
            var buffer = new char[4096];
            while (await reader.ReadAsync(buffer) is var count and > 0)
            {
                lock (text)
                {
                    text.Append(buffer, 0, count);
                }
            }
        }

        return (CopyAsync(), () =>
        {
            lock (text)
            {
                return text.ToString();
            }
        });
    }
}
