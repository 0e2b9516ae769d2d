using System.Text.Json;
using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Rules;

namespace BlueGreenServerless.Functions.Hosting.Pipelines;

/// <summary>A job of CodePipeline's Lambda action. The credentials in the event are not read: the function has its own role.</summary>
/// <param name="Artifact">Where the first input artifact lies.</param>
/// <param name="Continuation">The release that an earlier call started; null on the first call.</param>
internal sealed partial record PipelineJob(string App, string? Version, Uri Artifact, string? Continuation)
{
    /// <exception cref="InvalidRequestException">It is no event of CodePipeline, so there is no job to answer.</exception>
    public static (string Id, JsonElement Job) Identify(JsonElement root, string account)
    {
        var job = EventField.Object(root, "CodePipeline.job");
        var id = EventField.Text(job, "id", 64);
        var from = EventField.Text(job, "accountId", 64);
        return !JobId().IsMatch(id) ? throw EventField.Refused("id", id, "the id of a job")
            : from != account ? throw EventField.Refused("accountId", from, $"'{account}'") : (id, job);
    }

    /// <exception cref="InvalidRequestException">The action is not configured as a release.</exception>
    public static PipelineJob Of(JsonElement job, ArtifactAddress address)
    {
        var data = EventField.Object(job, "data");
        var continuation = EventField.OptionalText(data, "continuationToken", 2048);
        using var parameters = Parameters(EventField.Object(EventField.Object(data, "actionConfiguration"), "configuration"));
        var artifact = First(data);
        var location = EventField.Object(EventField.Object(artifact, "location"), "s3Location");
        address.CheckBucket(EventField.Text(location, "bucketName"));
        var version = EventField.OptionalText(parameters.RootElement, "version", 64) ?? EventField.OptionalText(artifact, "revision", 64);
        VersionRule.Check(version);
        return new PipelineJob(
            RequestedRelease.AppName(parameters.RootElement), version, address.Check(address.Of(EventField.Text(location, "objectKey", 1024), null).AbsoluteUri), continuation);
    }

    private static JsonElement First(JsonElement data) =>
        data.TryGetProperty("inputArtifacts", out var inputs) && inputs.ValueKind == JsonValueKind.Array && inputs.GetArrayLength() == 1
            ? inputs[0] : throw EventField.Refused("inputArtifacts", "none or several", "one artifact: what is released");

    private static JsonDocument Parameters(JsonElement configuration)
    {
        var text = EventField.Text(configuration, "UserParameters", 1000);
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new InvalidRequestException(
                $"The action's UserParameters are '{EventField.Shown(text)}'. Allowed is JSON as {{\"app\": \"shop\", \"version\": \"1.2.0\"}}. Correct the pipeline.", broken);
        }
    }

    [GeneratedRegex(@"\A[0-9a-f-]{36}\z", RegexOptions.NonBacktracking)]
    private static partial Regex JobId();
}
