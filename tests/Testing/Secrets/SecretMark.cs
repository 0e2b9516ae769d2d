using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace BlueGreenServerless.Testing.Secrets;

/// <summary>
/// Every secret of the tests begins with these characters, which are other ones in every run: whoever finds them where they do not belong
/// has found a leak, whichever secret it was. After them come eight that say which.
/// </summary>
public sealed class SecretMark
{
    private const int IdLength = 8;

    /// <summary>As base64 has it, after 0, 1 or 2 bytes of something else; without the characters that depend on what stands around.</summary>
    private readonly IReadOnlyList<string> encoded;

    private readonly SearchValues<string> anyForm;

    /// <param name="text">24 hexadecimal digits.</param>
    public SecretMark(string text)
    {
        Text = text;
        encoded = [.. Enumerable.Range(0, 3).Select(Encoded)];
        anyForm = SearchValues.Create([text, .. encoded], StringComparison.Ordinal);
    }

    public string Text { get; }

    public static SecretMark Random() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)));

    /// <summary>32 hexadecimal digits, for a secret of that name.</summary>
    public string Secret(string name) => Text + Id(name);

    /// <summary>Whether a text has the mark, as it is or as base64.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(anyForm);

    /// <summary>The same text without the mark, so that telling of a leak is none.</summary>
    public string Hide(string text) => encoded.Prepend(Text).Aggregate(text, (hidden, form) => hidden.Replace(form, "***", StringComparison.Ordinal));

    public bool IsIn(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.ASCII.GetBytes(Text)) >= 0 || HasEncoded(bytes);

    public bool HasEncoded(ReadOnlySpan<byte> bytes)
    {
        foreach (var form in encoded)
        {
            if (bytes.IndexOf(Encoding.ASCII.GetBytes(form)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a plain mark is there that belongs to none of these secrets.</summary>
    public bool HasOtherThan(ReadOnlySpan<byte> bytes, IEnumerable<string> names)
    {
        var (mark, known) = (Encoding.ASCII.GetBytes(Text), names.Select(Id).ToHashSet(StringComparer.Ordinal));
        for (var at = bytes.IndexOf(mark); at >= 0; at = bytes.IndexOf(mark))
        {
            bytes = bytes[(at + mark.Length)..];
            if (bytes.Length < IdLength || !known.Contains(Encoding.ASCII.GetString(bytes[..IdLength])))
            {
                return true;
            }
        }

        return false;
    }

    private static string Id(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..IdLength];

    private string Encoded(int before)
    {
        var text = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('x', before) + Text));
        return text[((before * 8 + 5) / 6)..((before + Text.Length) * 8 / 6)];
    }
}
