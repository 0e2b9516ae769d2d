using System.Text;

namespace BlueGreenServerless.Providers.Hosts;

/// <summary>What is kept of the output of a script: the beginning of standard output and the last lines of everything.</summary>
internal sealed class HostOutput
{
    public const int MaxText = 24_000;
    public const int MaxLines = 10;
    public const int MaxLineLength = 200;

    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private readonly Queue<string> lines = new();
    private readonly StringBuilder standardLine = new();
    private readonly StringBuilder errorLine = new();

    public string Text
    {
        get
        {
            lock (gate)
            {
                return text.ToString();
            }
        }
    }

    /// <summary>The last lines, unfinished ones included.</summary>
    public IReadOnlyList<string> LastLines()
    {
        lock (gate)
        {
            var unfinished = new[] { standardLine, errorLine }.Where(line => line.Length > 0).Select(line => line.ToString());
            return [.. lines.Concat(unfinished).TakeLast(MaxLines)];
        }
    }

    public void Append(ReadOnlySpan<char> chunk, bool standard)
    {
        lock (gate)
        {
            if (standard)
            {
                text.Append(chunk[..Math.Min(chunk.Length, MaxText - text.Length)]);
            }

            foreach (var character in chunk)
            {
                Append(standard ? standardLine : errorLine, character);
            }
        }
    }

    private void Append(StringBuilder line, char character)
    {
        if (character == '\n')
        {
            Keep(line.ToString());
            line.Clear();
        }
        else if (line.Length < MaxLineLength && !char.IsControl(character))
        {
            line.Append(character);
        }
    }

    private void Keep(string line)
    {
        lines.Enqueue(line);
        if (lines.Count > MaxLines)
        {
            lines.Dequeue();
        }
    }
}
