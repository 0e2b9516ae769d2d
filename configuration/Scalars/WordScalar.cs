using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Configuration.Scalars;

/// <summary>One of a closed set of words: an enum, written as <c>all-at-once</c>.</summary>
public sealed class WordScalar(Type type) : Scalar
{
    private readonly Dictionary<string, object> _words =
        Enum.GetValues(type).Cast<object>().ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!), StringComparer.Ordinal);

    public IReadOnlyCollection<string> Words => _words.Keys;

    public override string Name => string.Join(", ", Words.SkipLast(1)) + " or " + Words.Last();

    public override string Plural => Name;

    public override string Form => Name;

    public override object? Parse(string text, bool plain) => _words.GetValueOrDefault(text);

    public override string? Hint(string text) => Suggestion.For(text, Words);

    public override string Write(object value) => _words.First(word => word.Value.Equals(value)).Key;

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. Words.Select(word => (JsonNode)word)]) };
}
