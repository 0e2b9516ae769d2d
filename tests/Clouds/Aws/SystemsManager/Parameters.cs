using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>Parameter Store.</summary>
public sealed class Parameters(AwsDoubleOptions options)
{
    private readonly ConcurrentDictionary<string, StoredParameter> stored = new(StringComparer.Ordinal);

    public void Put(string name, string value, bool secure = false) =>
        stored.AddOrUpdate(name, _ => New(name, value, secure, 1), (_, before) => New(name, value, secure, before.Version + 1));

    internal JsonObject Get(Input input) => stored.TryGetValue(input.Required("Name"), out var parameter)
        ? new JsonObject { ["Parameter"] = Described(parameter, input) }
        : throw new AwsException("ParameterNotFound", "");

    internal JsonObject GetMany(Input input)
    {
        var names = input.Texts("Names");
        if (names.Count is 0 or > 10)
        {
            throw AwsException.Invalid("1 validation error detected: Member must have length between 1 and 10");
        }

        return new JsonObject
        {
            ["Parameters"] = new JsonArray([.. names.Where(stored.ContainsKey).Select(name => (JsonNode)Described(stored[name], input))]),
            ["InvalidParameters"] = new JsonArray([.. names.Where(name => !stored.ContainsKey(name)).Select(name => (JsonNode)name)]),
        };
    }

    internal JsonObject GetByPath(Input input)
    {
        var path = input.Required("Path").TrimEnd('/') + "/";
        var all = stored.Values.Where(parameter => parameter.Name.StartsWith(path, StringComparison.Ordinal)
            && (input.Flag("Recursive") == true || !parameter.Name[path.Length..].Contains('/', StringComparison.Ordinal))).OrderBy(parameter => parameter.Name, StringComparer.Ordinal);
        var (items, next) = Pages.Cut([.. all], input.Text("NextToken"), options.Page(input.Number("MaxResults", 1, 10) ?? 10));
        var answer = new JsonObject { ["Parameters"] = new JsonArray([.. items.Select(parameter => (JsonNode)Described(parameter, input))]) };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    internal JsonObject Put(Input input)
    {
        var name = input.Required("Name");
        if (stored.ContainsKey(name) && input.Flag("Overwrite") != true)
        {
            throw new AwsException("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }

        Put(name, input.Required("Value"), input.Text("Type") == "SecureString");
        return new JsonObject { ["Version"] = stored[name].Version, ["Tier"] = "Standard" };
    }

    private StoredParameter New(string name, string value, bool secure, long version) => new(name, value, secure, version, options.Clock.GetUtcNow());

    private JsonObject Described(StoredParameter parameter, Input input) => new()
    {
        ["Name"] = parameter.Name,
        ["Type"] = parameter.Secure ? "SecureString" : "String",
        // Without decryption a caller gets what only the key can read
        ["Value"] = parameter.Secure && input.Flag("WithDecryption") != true ? $"AQICAH{Signing.SigningKey.Hash(parameter.Value)}" : parameter.Value,
        ["Version"] = parameter.Version,
        ["LastModifiedDate"] = JsonTime.Of(parameter.Modified),
        ["ARN"] = $"arn:aws:ssm:{options.Region}:{options.Account}:parameter/{parameter.Name.TrimStart('/')}",
        ["DataType"] = "text",
    };
}
