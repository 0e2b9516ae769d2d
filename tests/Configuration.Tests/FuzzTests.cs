using BlueGreenServerless.Configuration.Tests.Samples;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Configuration.Tests;

public sealed class FuzzTests
{
    private const int Mutations = 2000;

    private static readonly string[] Pieces =
        ["\t", "\0", "\r", ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "&a ", "*a", "<<", "!!str ", "|", ">", "#", "%", "---\n", "...\n", "\uFEFF", "\u2028", "\\U", "\\x", "\uD800", "~", "null", "99999999999999999999", "-1", "1e9", "é", "?", "? ", "\n\n", "  "];

    [Fact]
    public void A_mutated_file_yields_a_configuration_or_faults_and_nothing_else()
    {
        var refused = 0;
        for (var seed = 0; seed < Mutations; seed++)
        {
            refused += Refused(Mutate(seed), seed) ? 1 : 0;
        }

        Assert.InRange(refused, Mutations / 2, Mutations);
    }

    [Fact]
    public void Bytes_without_any_order_are_refused_with_faults_and_nothing_else()
    {
        using var folder = new TemporaryDirectory();
        for (var seed = 0; seed < 100; seed++)
        {
            var bytes = new byte[seed * 7];
            new Random(seed).NextBytes(bytes);
            Assert.NotEmpty(SampleFile.Reader.Read(folder.Write("fuzz.yaml", bytes)).Faults);
        }
    }

    private static bool Refused(string text, int seed)
    {
        try
        {
            var result = SampleFile.Parse(text);
            Assert.Equal(result.Configuration is null, result.Faults.Count > 0);
            Assert.All(result.Faults, fault => Assert.DoesNotContain(fault.ToString(), char.IsControl));
            return result.Configuration is null;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The mutation of seed {seed} broke the reader:\n{text}", e);
        }
    }

    private static string Mutate(int seed)
    {
        var random = new Random(seed);
        var text = SampleFile.Full;
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var (from, to) = (random.Next(text.Length), random.Next(text.Length));
            var length = random.Next(1, 12);
            text = random.Next(6) switch
            {
                0 => text.Remove(from, Math.Min(length, text.Length - from)),
                1 => text.Insert(from, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(to, text.Substring(from, Math.Min(length * 5, text.Length - from))),
                3 => text[..from],
                4 => $"{text[..from]}{(char)random.Next(0x20, 0x7F)}{text[(from + 1)..]}",
                _ => text.Remove(from, 1).Insert(from, Pieces[random.Next(Pieces.Length)]),
            } is { Length: > 0 } changed ? changed : SampleFile.Full;
        }

        return text;
    }
}
