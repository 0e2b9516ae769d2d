using System.Text.Encodings.Web;
using System.Text.Json;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Cli.Output;

/// <summary>What a command says: sentences for people, or the same as JSON for programs. Never both.</summary>
public abstract class CommandOutput
{
    // the words are read by people too, and no browser is near: no \u0027 for an apostrophe
    private static readonly JsonSerializerOptions _line = new(ReleaseJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions _indented = new(_line) { WriteIndented = true };

    public abstract bool IsJson { get; }

    /// <summary>True when a person watches: lines may be redrawn.</summary>
    public abstract bool IsTerminal { get; }

    public static CommandOutput For(bool json, TextWriter output, TextWriter error) =>
        json ? new JsonOutput(output) : new TextOutput(output, error);

    /// <summary>The answer of a command that has one: a document, or its text.</summary>
    public abstract void Answer(object document, string text);

    /// <summary>One thing that happened, while a command runs: a JSON line, or a text line.</summary>
    public abstract void Happened(string kind, object data, string text);

    /// <summary>Advice for a person; a program does not get it.</summary>
    public abstract void Advise(string text);

    /// <summary>Why the command did not do what it was asked.</summary>
    public abstract void Fail(object document, string text);

    protected static string Json(object value, bool indented) => JsonSerializer.Serialize(value, indented ? _indented : _line);
}
