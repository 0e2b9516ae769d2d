namespace BlueGreenServerless.Clouds.Ovh.Answers;

/// <summary>A refusal in one of OVH's two forms.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">A class such as <c>Client::NotFound</c>, or a code of the layer that checks credentials such as <c>INVALID_KEY</c>.</param>
public sealed class OvhException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Seconds; null says nothing of when to come again.</summary>
    public int? RetryAfter { get; init; }

    public static OvhException NotFound(string what) => new(404, "Client::NotFound", $"The requested object ({what}) does not exist");

    public static OvhException Bad(string message) => new(400, "Client::BadRequest", message);

    public static OvhException Conflict(string message) => new(409, "Client::Conflict", message);
}
