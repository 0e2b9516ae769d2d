using System.Diagnostics;
using System.Text;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Testing.Cli;

/// <summary>The built command as a process of its own, as a user has it.</summary>
public sealed class Bluegreen : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly Dictionary<string, string> _unchanged = new(StringComparer.Ordinal);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private Bluegreen(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    public int Id => _process.Id;

    public static Bluegreen Start(string directory, params IEnumerable<string> arguments) => Start(directory, _unchanged, arguments);

    /// <param name="environment">Variables beside those of this process.</param>
    public static Bluegreen Start(string directory, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "bluegreen.dll");
        // A test run in the background of a shell ignores Ctrl-C, and so would whatever it starts.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program, .. arguments])
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Bluegreen(Process.Start(start) ?? throw new InvalidOperationException($"'{program}' was not started."));
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<BluegreenEnd> RunAsync(string directory, params IEnumerable<string> arguments) => RunAsync(directory, _unchanged, arguments);

    /// <inheritdoc cref="RunAsync(string, IEnumerable{string})"/>
    public static async Task<BluegreenEnd> RunAsync(string directory, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        await using var process = Start(directory, environment, arguments);
        return await process.EndAsync();
    }

    public async Task<BluegreenEnd> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"'bluegreen' ({Id}) did not end in {Patience}. It said:\n{Output}\n{Errors}\nWhat runs:\n{await WhatRunsAsync()}", late);
        }

        Searched(Output + Errors);
        return new BluegreenEnd(_process.ExitCode, Output, Errors);
    }

    /// <summary>All processes as a tree, with the seconds they live and what they wait for: of what hangs nothing else is left.</summary>
    private static async Task<string> WhatRunsAsync()
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-e", "--forest", "-o", "pid,stat,etimes,time,wchan:20,args"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        return await ps.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task UntilItSaysAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited || patience.IsCancellationRequested)
            {
                throw new InvalidOperationException($"'bluegreen' did not say '{text}'. It said:\n{Output}\n{Errors}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Sends a signal by name, for example INT, TERM or KILL, to this process only.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            LeakSearch.Current.Text("the output of bluegreen", Output + Errors);
        }

        _process.Dispose();
    }

    private static void Searched(string said)
    {
        LeakSearch.Current.Text("the output of bluegreen", said);
        LeakSearch.Current.FailIfFound();
    }

    private static void Add(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append(line is null ? "" : "\n");
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
