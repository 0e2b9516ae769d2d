using System.Globalization;
using System.Text;

namespace BlueGreenServerless.Configuration.Syntax;

/// <summary>Turns bytes into text that is worth parsing.</summary>
internal static class SourceText
{
    public const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null when the file cannot be read as text; why is in <paramref name="faults"/>.</returns>
    public static string? Read(string path, FaultList faults)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Decode(AtMost(file, MaxBytes + 1), faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add(Place.Nowhere, $"the file {Quote.Text(path)} cannot be read: {Why(path, e)} — allowed: a readable YAML file; check the path, or write one with `bluegreen init`");
            return null;
        }
    }

    /// <summary>Refuses what is too big or has characters that no text file has.</summary>
    public static string? Check(string text, FaultList faults)
    {
        if (Strict.GetMaxByteCount(text.Length) > MaxBytes && Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            return TooBig(faults);
        }

        text = text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        var before = faults.Count;
        var found = text.AsSpan().IndexOfAny(Forbidden) is var index and >= 0 ? index : -1;
        if (found >= 0)
        {
            var code = ((int)text[found]).ToString("X4", CultureInfo.InvariantCulture);
            faults.Add(Place.Of(text, found), $"the character 'U+{code}' is a control character — allowed: printable text, tab and line ends; delete it, or write it as an escape in double quotes");
        }

        return faults.Count == before ? text : null;
    }

    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not '\t' and not '\n' and not '\r')]);

    private static string? Decode(byte[] bytes, FaultList faults)
    {
        if (bytes.Length > MaxBytes)
        {
            return TooBig(faults);
        }

        try
        {
            return Check(Strict.GetString(bytes), faults);
        }
        catch (DecoderFallbackException e)
        {
            var valid = Encoding.UTF8.GetString(bytes, 0, Math.Max(0, e.Index));
            var found = Convert.ToHexString(e.BytesUnknown ?? []);
            faults.Add(Place.Of(valid, valid.Length), $"the bytes '{found}' are not UTF-8 — allowed: UTF-8; save the file with the encoding UTF-8");
            return null;
        }
    }

    private static string? TooBig(FaultList faults)
    {
        faults.Add(Place.Nowhere, $"the file is larger than '{MaxBytes}' bytes — allowed: at most 1 MiB; is it the right file?");
        return null;
    }

    private static byte[] AtMost(FileStream file, int limit)
    {
        var bytes = new byte[limit];
        var count = file.ReadAtLeast(bytes, limit, throwOnEndOfStream: false);
        return bytes[..count];
    }

    private static string Why(string path, Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it does not exist",
        _ when Directory.Exists(path) => "it is a directory",
        UnauthorizedAccessException => "this user may not read it",
        _ => e.Message,
    };
}
