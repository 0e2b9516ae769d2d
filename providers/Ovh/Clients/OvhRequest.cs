using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>A call of the API.</summary>
/// <param name="What">The call in words, for messages: <c>reading the front-end 'http/frontend/7'</c>.</param>
/// <param name="Path">Percent-encoded, with its query, below the endpoint.</param>
/// <param name="MayRepeat">Sending it twice does no more than sending it once, so that it is tried again after a lost answer.</param>
internal sealed record OvhRequest(string What, HttpMethod Method, string Path, JsonNode? Body, bool MayRepeat)
{
    /// <summary>OVH answers it to everybody, so it carries no authorization: a key need not be allowed to make it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Exactly what is sent and signed; empty without a body.</summary>
    public string Text { get; } = Body?.ToJsonString() ?? "";

    public static OvhRequest Get(string what, string path) => new(what, HttpMethod.Get, path, null, MayRepeat: true);

    public static OvhRequest Put(string what, string path, JsonObject body) => new(what, HttpMethod.Put, path, body, MayRepeat: true);

    /// <summary>May be repeated: what is gone already is not found the second time.</summary>
    public static OvhRequest Delete(string what, string path) => new(what, HttpMethod.Delete, path, null, MayRepeat: true);

    public static OvhRequest Post(string what, string path, JsonObject? body, bool mayRepeat) => new(what, HttpMethod.Post, path, body, mayRepeat);
}
