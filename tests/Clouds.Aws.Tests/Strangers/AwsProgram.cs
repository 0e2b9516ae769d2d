using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Aws.Tests.Strangers;

/// <summary>The program of Debian's aws command line. It is loaded once for all commands of the tests, and ends when they end: its input is closed then.</summary>
internal sealed class AwsProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly Lazy<AwsProgram> One = new(() => new AwsProgram());

    private readonly ConcurrentDictionary<int, TaskCompletionSource<int>> running = [];
    private readonly Lock writing = new();
    private readonly Process process;
    private int last;

    private AwsProgram()
    {
        // the interpreter that /usr/bin/aws names, whatever is first on PATH
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Strangers", "aws-commands.py")])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        _ = Task.Run(AnswersAsync);
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        using var folder = new TemporaryDirectory();
        var (output, error) = (folder.Below("output"), folder.Below("error"));
        var code = await One.Value.AskAsync(new { arguments, environment, output, error }).WaitAsync(Limit);
        return (code, await File.ReadAllTextAsync(output), await File.ReadAllTextAsync(error));
    }

    private Task<int> AskAsync(object command)
    {
        var whole = JsonSerializer.SerializeToNode(command)!;
        lock (writing)
        {
            var (id, ended) = (++last, new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));
            running[id] = ended;
            whole["id"] = id;
            process.StandardInput.WriteLine(whole.ToJsonString());
            process.StandardInput.Flush();
            return ended.Task;
        }
    }

    private async Task AnswersAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (running.TryRemove(int.Parse(words[0], CultureInfo.InvariantCulture), out var ended))
            {
                ended.SetResult(int.Parse(words[1], CultureInfo.InvariantCulture));
            }
        }
    }
}
