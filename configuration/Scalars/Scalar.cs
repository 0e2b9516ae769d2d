using System.Text.Json.Nodes;

namespace BlueGreenServerless.Configuration.Scalars;

/// <summary>How one kind of single value is written in the user's file, documented and described to editors.</summary>
public abstract class Scalar
{
    /// <summary>The kind in words, for tables: <c>duration</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The kind in words for many of them: <c>durations</c>.</summary>
    public virtual string Plural => Name + "s";

    /// <summary>The kind and its form in words, for messages: <c>a duration like 90s, 10m or 1h30m</c>.</summary>
    public abstract string Form { get; }

    /// <summary>True when a refused value may be a secret, which no message repeats.</summary>
    public virtual bool Confidential => false;

    /// <param name="plain">Written without quotes.</param>
    /// <returns>Null when the text is not of this kind. Numbers too large for their type become the largest one; ranges refuse them.</returns>
    public abstract object? Parse(string text, bool plain);

    /// <summary>What somebody probably meant whose text is not of this kind; null when there is no telling.</summary>
    public virtual string? Hint(string text) => null;

    /// <summary>A value as the user writes it.</summary>
    public abstract string Write(object value);

    /// <summary>The value as a number to compare with the ends of a range; null for what has no order.</summary>
    public virtual double? Measure(object value) => null;

    /// <summary>The end of a range, as its attribute holds it, as a value of this kind.</summary>
    public virtual object? Bound(object attributeValue) => null;

    /// <summary>The kind for a JSON schema, without limits.</summary>
    public abstract JsonObject Schema();

    /// <summary>A default for a JSON schema: what the user would write.</summary>
    public virtual JsonNode SchemaValue(object value) => Write(value);
}
