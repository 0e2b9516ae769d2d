using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Hosting.Tests.Events;

public sealed class PipelineTests
{
    private readonly Doors doors = new();

    [Fact]
    public async Task The_first_call_starts_the_release_and_the_job_goes_on()
    {
        await doors.SendAsync(nameof(OnPipeline), Samples.Pipeline());

        Assert.Equal($"continue {Assert.Single(doors.World.Executions.Started).Name}", Assert.Single(doors.Jobs.Told));
        Assert.DoesNotContain(Samples.Secret, doors.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_release_runs_the_job_goes_on()
    {
        await doors.RecordedAsync();

        await doors.SendAsync(nameof(OnPipeline), Samples.Pipeline("shop-1-abc"));

        Assert.Equal(["continue shop-1-abc"], doors.Jobs.Told);
        Assert.Empty(doors.World.Executions.Started);
    }

    [Theory]
    [InlineData(Outcome.Completed, "success 1")]
    [InlineData(Outcome.RolledBack, "JobFailed RolledBack: SmokeTestFailed: no")]
    public async Task The_end_of_the_release_is_the_end_of_the_job(Outcome outcome, string told)
    {
        await doors.RecordedAsync(ended: doors.World.Time.GetUtcNow(), change: document => document with { Outcome = outcome, Failure = new Failure("SmokeTestFailed", "no") });

        await doors.SendAsync(nameof(OnPipeline), Samples.Pipeline("shop-1-abc"));

        Assert.Equal([told], doors.Jobs.Told);
    }

    [Fact]
    public async Task What_cannot_be_released_fails_the_job_at_once()
    {
        doors.Storage.Files.Clear();

        await doors.SendAsync(nameof(OnPipeline), Samples.Pipeline());

        Assert.StartsWith("ConfigurationError The app 'shop' is not known", Assert.Single(doors.Jobs.Told), StringComparison.Ordinal);
    }
}
