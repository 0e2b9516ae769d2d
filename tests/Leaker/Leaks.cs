using System.Diagnostics;
using System.Text;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Secrets;
using BlueGreenServerless.Testing.Ssh;
using Microsoft.Data.Sqlite;

namespace BlueGreenServerless.Leaker;

/// <summary>Ways for a secret to get where it does not belong, and two where it does.</summary>
internal static class Leaks
{
    private static readonly string Application = MarkedSecret.Of(SecretNames.OvhApplication);
    private static readonly string Token = "dop_v1_" + MarkedSecret.Of(SecretNames.DigitalOcean);

    public static IReadOnlyDictionary<string, Func<Task>> All { get; } = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
    {
        ["log"] = () => InFileAsync("release.log", $"calling OVH with {Application}\n"),
        ["encoded"] = () => InFileAsync("headers.log", $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("EU.0123:" + MarkedSecret.Of(SecretNames.OvhClient)))}\n"),
        ["wrong-file"] = () => InFileAsync("ovh.conf", $"application_secret={Token}\n"),
        ["right-file"] = () => InFileAsync("ovh.conf", $"application_secret={Application}\n"),
        ["environment"] = () => InFileAsync("shop.env", $"OVH_APPLICATION_SECRET={Application}\n"),
        ["configuration"] = () => InFileAsync("haproxy.cfg", $"stats auth admin:{Token}\n"),
        ["journal"] = JournalAsync,
        ["document"] = DocumentAsync,
        ["line"] = LineAsync,
        ["key"] = KeyAsync,
        ["request"] = RequestAsync,
        ["error"] = ErrorAsync,
        ["output"] = () => Console.Out.WriteLineAsync($"the token is {Token}"),
        ["command-line"] = CommandLineAsync,
        ["left"] = () => File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), "left-behind"), Token),
        ["nothing"] = NothingAsync,
    };

    private static async Task InFileAsync(string name, string text)
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.Below("state", "shop"));
        await File.WriteAllTextAsync(directory.Below("state", "shop", name), text);
    }

    /// <summary>Not yet in the database, but in the journal beside it.</summary>
    private static async Task JournalAsync()
    {
        SQLitePCL.Batteries_V2.Init();
        using var directory = new TemporaryDirectory();
        await using var database = new SqliteConnection($"Data Source={directory.Below("journal.db")};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE events (detail TEXT); INSERT INTO events VALUES ($detail)";
        command.Parameters.AddWithValue("$detail", $"{{\"token\":\"{Token}\"}}");
        await command.ExecuteNonQueryAsync();

        // before the database is closed, which empties the journal
        LeakSearch.Current.Files(directory.Path);
    }

    /// <summary>As it is kept in S3.</summary>
    private static async Task DocumentAsync()
    {
        await using var cloud = await OvhDouble.StartAsync();
        using var http = new HttpClient();
        using var body = new StringContent($"{{\"release\":{{\"id\":\"shop-2\"}},\"failure\":{{\"cause\":\"{Token}\"}}}}");
        using var answer = await http.PutAsync(new Uri($"{cloud.Url}state/shop/releases/shop-2.json"), body);
    }

    /// <summary>Of a log that is not kept.</summary>
    private static async Task LineAsync()
    {
        using var directory = new TemporaryDirectory();
        await using var log = new SearchedLines("the log of a function");
        await log.WriteLineAsync($"{{\"message\":\"asked with Bearer {Token}\"}}");
    }

    private static async Task KeyAsync()
    {
        using var directory = new TemporaryDirectory();
        await SshKey.MakeAsync(directory.Below("user_key"));
        File.Copy(directory.Below("user_key"), directory.Below("copy"));
    }

    private static async Task RequestAsync()
    {
        await using var cloud = await OvhDouble.StartAsync();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{cloud.Url}?applicationSecret={Application}"));
    }

    private static async Task ErrorAsync()
    {
        using var directory = new TemporaryDirectory();
        try
        {
            await Task.FromException(new ProviderRefusedException($"OVH does not take '{Application}'."));
        }
        catch (ProviderRefusedException)
        {
            // caught, said to nobody, and yet it was made
            return;
        }
    }

    /// <summary>Stays until it was seen.</summary>
    private static async Task CommandLineAsync()
    {
        using var seen = Process.Start(new ProcessStartInfo("bash", ["-c", "read", "-", $"--token={Token}"]) { RedirectStandardInput = true, UseShellExecute = false })!;
        var record = new SearchRecord(Environment.GetEnvironmentVariable(LeakSearch.Variable)!);
        await Eventually.HoldsAsync(() => record.Findings().Any(found => found.StartsWith("the command line", StringComparison.Ordinal)));
        seen.StandardInput.Close();
        await seen.WaitForExitAsync();
    }

    private static async Task NothingAsync()
    {
        await InFileAsync("release.log", "all is well\n");
        await using var cloud = await OvhDouble.StartAsync();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{cloud.Endpoint}/auth/time"));
        await Task.FromException(new TimeoutException("late")).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
