using System.Text.Json.Serialization;

namespace BlueGreenServerless.Failures;

/// <summary>Why something ended, in the shape that Step Functions' catchers write.</summary>
/// <param name="Error">A stable word (see <see cref="Reason"/>) or the class name of an exception.</param>
/// <param name="Cause">A sentence for people: what happened, the value, what to do.</param>
public sealed record Failure(
    [property: JsonPropertyName("Error")] string Error,
    [property: JsonPropertyName("Cause")] string Cause);
