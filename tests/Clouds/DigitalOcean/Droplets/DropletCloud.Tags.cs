using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreenServerless.Clouds.DigitalOcean.Answers;

namespace BlueGreenServerless.Clouds.DigitalOcean.Droplets;

/// <summary>Tags of droplets. A tag keeps the capitals of its first use.</summary>
public sealed partial class DropletCloud
{
    private readonly List<string> tags = [];

    /// <summary>Gives a tag to a droplet, which makes it where it is new.</summary>
    public void Tag(DropletDouble droplet, string tag)
    {
        lock (gate)
        {
            var known = Known(tag);
            if (!droplet.Tags.Contains(known, StringComparer.Ordinal))
            {
                droplet.Tags.Add(known);
            }
        }

        Changed();
    }

    public void Untag(DropletDouble droplet, string tag)
    {
        lock (gate)
        {
            droplet.Tags.RemoveAll(each => string.Equals(each, tag, StringComparison.OrdinalIgnoreCase));
        }

        Changed();
    }

    internal JsonObject CreateTag(string name)
    {
        if (!TagName().IsMatch(name))
        {
            throw ApiException.Unprocessable("name is invalid");
        }

        lock (gate)
        {
            return ToJson(Known(name));
        }
    }

    internal IReadOnlyList<JsonObject> Tags()
    {
        lock (gate)
        {
            return [.. tags.Select(ToJson)];
        }
    }

    internal JsonObject GetTag(string name)
    {
        lock (gate)
        {
            return ToJson(FindTag(name));
        }
    }

    internal void DeleteTag(string name)
    {
        lock (gate)
        {
            var tag = FindTag(name);
            droplets.ForEach(droplet => droplet.Tags.Remove(tag));
            tags.Remove(tag);
        }

        Changed();
    }

    /// <param name="resources">Ids are texts here and numbers everywhere else.</param>
    internal void ChangeResources(string name, JsonArray resources, bool add)
    {
        string tag;
        lock (gate)
        {
            tag = FindTag(name);
        }

        foreach (var resource in resources)
        {
            if (resource?["resource_type"]?.ToString() != "droplet" || resource["resource_id"] is not JsonValue id || !id.TryGetValue<string>(out var text)
                || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var droplet))
            {
                throw ApiException.Unprocessable("resource_id must be a string and resource_type one of droplet, database, image, volume, volume_snapshot");
            }

            (add ? (Action<DropletDouble, string>)Tag : Untag)(Get(droplet), tag);
        }
    }

    // capitals of another use are another tag in a path
    private string FindTag(string name) => tags.Find(tag => tag == Uri.UnescapeDataString(name)) ?? throw ApiException.NotFound();

    private string Known(string name)
    {
        if (tags.Find(tag => string.Equals(tag, name, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        tags.Add(name);
        return name;
    }

    private JsonObject ToJson(string tag)
    {
        var count = droplets.Count(droplet => droplet.Tags.Contains(tag, StringComparer.Ordinal));
        return new JsonObject { ["name"] = tag, ["resources"] = new JsonObject { ["count"] = count, ["droplets"] = new JsonObject { ["count"] = count } } };
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_\-:]{1,255}\z", RegexOptions.None, 1000)]
    private static partial Regex TagName();
}
