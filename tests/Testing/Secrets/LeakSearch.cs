using System.Collections.Concurrent;
using System.Text;

namespace BlueGreenServerless.Testing.Secrets;

/// <summary>
/// Searches for the mark wherever a secret does not belong. What is found goes into the record of <c>./test</c>, and fails the test that
/// it was found in.
/// </summary>
/// <param name="record">Null when tests run by themselves.</param>
public sealed class LeakSearch(SecretMark mark, SearchRecord? record)
{
    /// <summary>The folder of the run's record, and with it its mark; without it each process has a mark of its own.</summary>
    public const string Variable = "SEARCHED_SECRETS";

    private readonly ConcurrentDictionary<string, long> searched = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> used = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> unsaid = new();

    public static LeakSearch Current { get; } = OfThisProcess();

    public SecretMark Mark => mark;

    public void Note(string secret)
    {
        if (used.TryAdd(secret, true))
        {
            record?.Used(secret);
        }
    }

    /// <summary>Everything below a directory, as raw bytes, also databases and their journals.</summary>
    public void Files(string directory)
    {
        foreach (var file in SearchedFiles.Below(directory))
        {
            Count("files");
            if (SearchedFiles.HasLeak(file, mark))
            {
                Found($"the file {file.FullName}");
            }
        }
    }

    /// <param name="place">Where the text was: <c>the output of bluegreen</c>.</param>
    public void Text(string place, string text)
    {
        Count("texts");
        if (mark.IsIn(text))
        {
            Found($"{place}: {text[..Math.Min(text.Length, 4000)]}");
        }
    }

    /// <summary>What came over the wire: addresses and bodies. Headers are where tokens belong.</summary>
    public void Request(string method, string target, ReadOnlySpan<byte> body)
    {
        Count("requests");
        if (mark.IsIn(target) || mark.IsIn(body))
        {
            Found($"a request: {method} {target} {Encoding.UTF8.GetString(body[..Math.Min(body.Length, 4000)])}");
        }
    }

    /// <summary>Cannot fail, since it is called where an exception is on its way.</summary>
    public void Error(Exception error)
    {
        Count("errors");
        if (mark.IsIn(error.Message))
        {
            Found($"the message of {error.GetType().FullName}: {error.Message}");
        }
    }

    /// <exception cref="InvalidOperationException">Something was found since the last time.</exception>
    public void FailIfFound()
    {
        Save();
        var places = new List<string>();
        while (unsaid.TryDequeue(out var place))
        {
            places.Add(place);
        }

        if (places.Count > 0)
        {
            throw new InvalidOperationException($"A secret of the tests is where none may be, {string.Join("; ", places)}");
        }
    }

    public void Save()
    {
        foreach (var what in searched.Keys)
        {
            if (record is not null && searched.TryRemove(what, out var count))
            {
                record.Searched(what, count);
            }
        }
    }

    private void Count(string what) => searched.AddOrUpdate(what, 1, (_, before) => before + 1);

    private void Found(string place)
    {
        // it becomes the message of an exception, which is searched as well
        var hidden = mark.Hide(place);
        unsaid.Enqueue(hidden);
        record?.Found(hidden);
    }

    private static LeakSearch OfThisProcess()
    {
        var record = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? new SearchRecord(folder) : null;
        var search = new LeakSearch(record?.Mark() ?? SecretMark.Random(), record);
        ThrownErrors.Watch(search);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => search.Save();
        return search;
    }
}
