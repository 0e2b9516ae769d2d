using System.Text.Json.Nodes;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>What <c>bluegreen provision</c> does: look at everything, show it, and only then change something.</summary>
internal sealed class ProvisionWork(Waiting waiting, CommandOutput output)
{
    /// <summary>The environments of the file, each with the name of its provider.</summary>
    /// <param name="state">Opened when the file has no fault.</param>
    /// <exception cref="InvalidRequestException">The file cannot be used.</exception>
    public static IReadOnlyList<(IEnvironment Environment, string Provider)> Read(string file, Func<StateDirectory> state, TimeProvider time)
    {
        var registry = ProviderRegistry.Discover();
        var plan = new EnvironmentsReader(registry.All).Read(file);
        var ports = new ProviderPorts(registry, time, new FileNotes(state().Providers));
        var read = plan.Environments.Select(binding => (Environment: ports.Environment(binding), binding.Provider)).ToList();
        var twice = read.GroupBy(each => each.Environment.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any());
        return twice is null ? read : throw new InvalidRequestException(
            $"The file '{file}' has the environment '{twice.Key}' twice. Names must differ, also of different providers: everything that is made is found by them. Rename one.");
    }

    public async Task MakeAsync(IReadOnlyList<(IEnvironment Environment, string Provider)> environments, bool confirmed, CancellationToken cancellationToken)
    {
        var surveys = await LookAsync(environments, null, cancellationToken);
        Survey.RefuseObstacles(surveys);
        foreach (var survey in surveys.Where(survey => !survey.IsComplete))
        {
            await survey.Environment.CheckAsync(cancellationToken);
        }

        if (!confirmed && !surveys.TrueForAll(survey => survey.IsComplete))
        {
            output.Advise(string.Join('\n', [.. surveys.SelectMany(survey => survey.Differences), "Nothing was changed. With --yes what is missing is made."]));
            return;
        }

        foreach (var survey in surveys)
        {
            await (confirmed ? new Construction(survey.Environment, waiting, Say).RunAsync(cancellationToken) : Task.CompletedTask);
            Show(survey, new WrittenTarget(ProviderRegistry.Discover().All).Of(await survey.Environment.TargetAsync(cancellationToken)));
        }

        Survey.TellDifferences(surveys);
    }

    public async Task DestroyAsync(
        IReadOnlyList<(IEnvironment Environment, string Provider)> environments, Color? color, ReleaseNeeds needs, bool confirmed, CancellationToken cancellationToken)
    {
        await LookAsync(environments, part => part.BelongsTo(color), cancellationToken);
        var works = environments.Select(each => new Demolition(each.Environment, color, needs, waiting, Say)).ToList();
        foreach (var work in works)
        {
            // of all environments before anything of the first is destroyed
            await work.RefuseUsedAsync(cancellationToken);
        }

        if (!confirmed)
        {
            output.Advise("Nothing was changed. With --yes it is destroyed.");
            return;
        }

        foreach (var work in works)
        {
            await work.RunAsync(cancellationToken);
        }
    }

    private async Task<List<Survey>> LookAsync(
        IReadOnlyList<(IEnvironment Environment, string Provider)> environments, Func<IEnvironmentPart, bool>? takes, CancellationToken cancellationToken)
    {
        var surveys = new List<Survey>();
        foreach (var (environment, provider) in environments)
        {
            var survey = await Survey.OfAsync(environment, provider, cancellationToken);
            output.Happened("plan", Data(survey), ProvisionText.Of(survey, takes));
            surveys.Add(survey);
        }

        return surveys;
    }

    private static object Data(Survey survey) => new
    {
        survey.Environment.Name,
        survey.Provider,
        parts = survey.Parts.Select(seen => new { seen.Part.Kind, seen.Part.Name, seen.Part.Color, seen.Look.Status, seen.Look.Text, perMonth = seen.Price.Class, seen.IsSurplus }),
    };

    private void Say(IEnvironmentPart part, string what) =>
        output.Happened("part", new { part.Kind, part.Name, part.Color, what }, $"{part.Kind} {part.Name} {what}");

    private void Show(Survey survey, JsonObject target) => output.Happened(
        "ready", new { survey.Environment.Name, survey.Provider, target },
        $"{survey.Environment.Name} is ready. In bluegreen.yaml:\n\n{YamlText.Of(new JsonObject { ["targets"] = new JsonArray(target.DeepClone()) })}");
}
