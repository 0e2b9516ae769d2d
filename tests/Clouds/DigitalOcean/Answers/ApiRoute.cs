using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Clouds.DigitalOcean.Answers;

/// <summary>One operation of the API.</summary>
internal sealed class ApiRoute
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly string method;
    private readonly Regex path;

    /// <param name="service">For faults and counts: droplets, actions, tags, load_balancers.</param>
    /// <param name="operation">For faults and counts.</param>
    /// <param name="template">Method and path with names in braces.</param>
    /// <param name="status">Of success.</param>
    /// <param name="answer">Null has no body.</param>
    public ApiRoute(string service, string operation, string template, int status, Func<ApiCall, JsonObject?> answer)
    {
        (Service, Operation, Status, Answer) = (service, operation, status, answer);
        var parts = template.Split(' ');
        method = parts[0];
        var named = Regex.Replace(parts[1], "\\{(?<name>[a-z]+)\\}", "(?<${name}>[^/]+)", RegexOptions.ExplicitCapture, Limit);
        path = new Regex($"^{named}/?$", RegexOptions.ExplicitCapture, Limit);
    }

    public string Service { get; }

    public string Operation { get; }

    public int Status { get; }

    public Func<ApiCall, JsonObject?> Answer { get; }

    /// <returns>The named parts; null when the route is another one.</returns>
    public IReadOnlyDictionary<string, string>? Match(string wanted, string text) =>
        wanted == method && path.Match(text) is { Success: true } match
            ? match.Groups.Keys.ToDictionary(name => name, name => match.Groups[name].Value, StringComparer.Ordinal)
            : null;
}
