namespace BlueGreenServerless.Clouds.DigitalOcean.Answers;

/// <summary>A no, in the words of the API.</summary>
internal sealed class ApiException(int status, string id, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Id { get; } = id;

    public static ApiException NotFound() => new(404, "not_found", "The resource you were accessing could not be found.");

    public static ApiException Unprocessable(string message) => new(422, "unprocessable_entity", message);

    /// <summary>Looks like a missing right and is not one.</summary>
    public static ApiException BusyBalancer() => new(403, "forbidden", "Load Balancer can't be updated while it processes previous actions");

    public static ApiException PendingEvent() => Unprocessable("Droplet already has a pending event.");
}
