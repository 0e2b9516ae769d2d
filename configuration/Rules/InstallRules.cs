using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Rules;

internal static class InstallRules
{
    public static IEnumerable<Finding> Check(BoundFile file) => file.Value<InstallPlan>("install") is { } install
        ? [.. OddDirectory(install), .. ContractWithoutWindow(file, install)]
        : [];

    private static IEnumerable<Finding> OddDirectory(InstallPlan install)
    {
        if (install.Directory.Split('/').Skip(1).FirstOrDefault(part => part is "" or "." or "..") is { } odd)
        {
            yield return new Finding(
                "install.directory",
                $"'install.directory' has the part '{odd}': {Quote.Text(install.Directory)} — allowed: an absolute path without '.', '..' or '//'; write the plain path");
        }
    }

    private static IEnumerable<Finding> ContractWithoutWindow(BoundFile file, InstallPlan install)
    {
        if (install.Migrations.Contract is not null && file.Section<StrategyPlan>("strategy") is { } strategy && strategy.RollbackWindow == TimeSpan.Zero)
        {
            yield return new Finding(
                "install.migrations.contract",
                "'install.migrations.contract' is given while 'strategy.rollbackWindow' is '0s' — allowed: only with a window, at whose end it runs; make the window longer, or remove the migration");
        }
    }
}
