using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BlueGreenServerless.Engine.Documents;

namespace BlueGreenServerless.Engine.Intrinsics;

internal static class TextFunctions
{
    /// <summary>Each <c>{}</c> takes the next argument; <c>\{</c> and <c>\}</c> are braces.</summary>
    public static JsonElement Format(Arguments arguments)
    {
        var template = arguments.Text(0);
        var result = new StringBuilder();
        var next = 1;
        for (var i = 0; i < template.Length; i++)
        {
            var two = template.AsSpan(i, Math.Min(2, template.Length - i));
            if (two is "\\{" or "\\}")
            {
                result.Append(template[++i]);
            }
            else if (two is "{}")
            {
                result.Append(Words(arguments, next++));
                i++;
            }
            else
            {
                result.Append(template[i]);
            }
        }

        return next == arguments.Count
            ? JsonText.String(result.ToString())
            : throw new FormatException($"'{template}' has {next - 1} places for {arguments.Count - 1} values.");
    }

    public static JsonElement StringSplit(Arguments arguments)
    {
        var separators = arguments.Exactly(2).Text(1).ToCharArray();
        return JsonText.Array(arguments.Text(0).Split(separators, StringSplitOptions.RemoveEmptyEntries).Select(JsonText.String));
    }

    public static JsonElement Base64Encode(Arguments arguments) =>
        JsonText.String(Convert.ToBase64String(Encoding.UTF8.GetBytes(arguments.Exactly(1).Text(0))));

    public static JsonElement Base64Decode(Arguments arguments) =>
        JsonText.String(Encoding.UTF8.GetString(Convert.FromBase64String(arguments.Exactly(1).Text(0))));

    public static JsonElement Hash(Arguments arguments)
    {
        var value = arguments.Exactly(2).Values[0];
        var bytes = Encoding.UTF8.GetBytes(value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonText.Compact(value));
        return JsonText.String(Convert.ToHexStringLower(Digest(arguments.Text(1), bytes)));
    }

    public static JsonElement Uuid(Arguments arguments) => JsonText.String(arguments.Exactly(0).Scope.NewId().ToString("D"));

    // MD5 and SHA-1 are in the language; they name things here and protect nothing
    private static byte[] Digest(string algorithm, byte[] bytes) => algorithm switch
    {
        "MD5" => MD5.HashData(bytes),
        "SHA-1" => SHA1.HashData(bytes),
        "SHA-256" => SHA256.HashData(bytes),
        "SHA-384" => SHA384.HashData(bytes),
        "SHA-512" => SHA512.HashData(bytes),
        _ => throw new FormatException($"'{algorithm}' is not MD5, SHA-1, SHA-256, SHA-384 or SHA-512."),
    };

    private static string Words(Arguments arguments, int index)
    {
        if (index >= arguments.Count)
        {
            throw new FormatException($"there are more places '{{}}' than the {arguments.Count - 1} values.");
        }

        var value = arguments.Values[index];
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonText.Compact(value);
    }
}
