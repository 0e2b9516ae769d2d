using System.Globalization;
using System.Text;
using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Intrinsics;

/// <summary>Reads a path or a call such as <c>States.Format('{}-{}', $.a, States.UUID())</c>.</summary>
internal sealed class ExpressionParser
{
    private readonly string text;
    private readonly string field;
    private int at;

    private ExpressionParser(string text, string field)
    {
        this.text = text;
        this.field = field;
    }

    public static IExpression? Parse(JsonElement source, string field, Action<string> report)
    {
        if (source.ValueKind != JsonValueKind.String)
        {
            report($"{field}: '{source.GetRawText()}' is not text. A name that ends with '.$' takes a path or an intrinsic function");
            return null;
        }

        try
        {
            var parser = new ExpressionParser(source.GetString()!, field);
            var expression = parser.Expression();
            return parser.at == parser.text.Length ? expression : throw parser.Fault("nothing may follow the expression");
        }
        catch (FormatException fault)
        {
            report($"{field}: {fault.Message}");
            return null;
        }
    }

    private IExpression Expression()
    {
        SkipSpaces();
        return Current switch
        {
            '$' => Path(),
            '\'' => new LiteralExpression(JsonText.String(Quoted())),
            'S' => Call(),
            _ => Literal(),
        };
    }

    private char Current => at < text.Length ? text[at] : '\0';

    private PathExpression Path()
    {
        var start = at;
        var inQuotes = false;
        while (at < text.Length && (inQuotes || text[at] is not (',' or ')' or ' ')))
        {
            inQuotes ^= text[at] == '\'';
            at++;
        }

        var path = PathParser.Parse(text[start..at], out var fault);
        return new PathExpression(path ?? throw new FormatException(fault), field);
    }

    private CallExpression Call()
    {
        var start = at;
        while (char.IsAsciiLetterOrDigit(Current) || Current == '.')
        {
            at++;
        }

        var name = text[start..at];
        if (!IntrinsicFunctions.All.TryGetValue(name, out var function))
        {
            throw Fault($"the function '{name}' is not known. Known are {string.Join(", ", IntrinsicFunctions.All.Keys.Order(StringComparer.Ordinal))}");
        }

        return new CallExpression(name, function, Arguments());
    }

    private List<IExpression> Arguments()
    {
        Take('(');
        var arguments = new List<IExpression>();
        SkipSpaces();
        while (Current != ')')
        {
            if (arguments.Count > 0)
            {
                Take(',');
            }

            arguments.Add(Expression());
            SkipSpaces();
        }

        Take(')');
        return arguments;
    }

    private LiteralExpression Literal()
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or ')' or ' '))
        {
            at++;
        }

        var word = text[start..at];
        return word is "true" or "false" or "null" || decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new LiteralExpression(JsonElement.Parse(word))
            : throw Fault($"'{word}' is no path, text in single quotes, number, true, false, null or function");
    }

    /// <summary>Text in single quotes. <c>\'</c> and <c>\\</c> are unescaped here; <c>\{</c> and <c>\}</c> are States.Format's own.</summary>
    private string Quoted()
    {
        var value = new StringBuilder();
        for (at++; Current != '\''; at++)
        {
            if (at >= text.Length)
            {
                throw Fault("the text in single quotes does not end");
            }

            if (Current == '\\' && at + 1 < text.Length && text[at + 1] is '\'' or '\\')
            {
                at++;
            }

            value.Append(Current);
        }

        at++;
        return value.ToString();
    }

    private void SkipSpaces()
    {
        while (Current == ' ')
        {
            at++;
        }
    }

    private void Take(char expected)
    {
        SkipSpaces();
        if (Current != expected)
        {
            throw Fault($"'{expected}' is missing at character {at + 1}");
        }

        at++;
    }

    private FormatException Fault(string what) => new($"in '{text}' {what}");
}
