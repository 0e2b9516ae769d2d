using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Rules;

internal static class ObserveRules
{
    public static IEnumerable<Finding> Check(BoundFile file)
    {
        var alarms = file.Section<ObservePlan>("observe")?.Alarms ?? [];
        for (var i = 0; i < alarms.Count; i++)
        {
            if (alarms.Take(i).Contains(alarms[i], StringComparer.Ordinal))
            {
                yield return new Finding($"observe.alarms[{i}]", $"the alarm {Quote.Text(alarms[i])} is given twice — allowed: once; delete one of the two");
            }
        }
    }
}
