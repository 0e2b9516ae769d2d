using System.Text;

namespace BlueGreenServerless.Testing.Secrets;

/// <summary>Where a log is written to that nobody reads, except for the search.</summary>
/// <param name="place">What is written: <c>the log of the functions</c>.</param>
public sealed class SearchedLines(string place) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value) => LeakSearch.Current.Text(place, value ?? "");

    public override void WriteLine(string? value) => Write(value);
}
