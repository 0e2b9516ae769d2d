using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Cli.Provisioning;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local.Store;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.Harness;

/// <summary>The work of <c>bluegreen provision</c> in this process, with the real clock and looks a few milliseconds apart.</summary>
internal static class ProvisionRun
{
    private static readonly Waiting Hasty = new(TimeProvider.System, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(90));

    public static Task<ProvisionEnd> MakeAsync(IProvisionStand stand, CancellationToken cancellationToken = default) =>
        RunAsync(stand, (work, environments) => work.MakeAsync(environments, confirmed: true, cancellationToken));

    /// <summary>The same, of one that must be made without a fault.</summary>
    public static async Task<TStand> MadeAsync<TStand>(Task<TStand> starting)
        where TStand : IProvisionStand
    {
        var stand = await starting;
        var end = await MakeAsync(stand);
        Assert.True(end.Code == 0, end.Said);
        return stand;
    }

    /// <summary>Without <c>--yes</c>.</summary>
    public static Task<ProvisionEnd> PlanAsync(IProvisionStand stand) =>
        RunAsync(stand, (work, environments) => work.MakeAsync(environments, confirmed: false, CancellationToken.None));

    /// <param name="color">Only this one; null for everything.</param>
    /// <param name="state">Where releases are recorded; null for beside the file.</param>
    public static Task<ProvisionEnd> DestroyAsync(IProvisionStand stand, Color? color = null, string? state = null, CancellationToken cancellationToken = default) =>
        RunAsync(stand, (work, environments) => work.DestroyAsync(
            environments, color, new ReleaseNeeds(Store(stand, state), TimeProvider.System), confirmed: true, cancellationToken));

    /// <summary>The records of releases that run beside the file.</summary>
    public static IReleaseStore Store(IProvisionStand stand, string? state = null) => new SqliteReleaseStore(StateDirectory.Open(state, stand.File).Store, TimeProvider.System);

    private static async Task<ProvisionEnd> RunAsync(IProvisionStand stand, Func<ProvisionWork, IReadOnlyList<(IEnvironment, string)>, Task> run)
    {
        await using var said = new StringWriter();
        try
        {
            await run(new ProvisionWork(Hasty, CommandOutput.For(json: false, said, said)), ProvisionWork.Read(stand.File, () => StateDirectory.Open(null, stand.File), TimeProvider.System));
            return new ProvisionEnd(ExitCodes.Done, said.ToString(), null);
        }
        catch (Exception failure)
        {
            return new ProvisionEnd(ExitCodes.Of(failure), $"{said}{failure.Message}", failure);
        }
    }
}
