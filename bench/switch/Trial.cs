using BlueGreenServerless.Load;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>Shifts traffic that runs, and measures until the old colour has fallen silent.</summary>
internal sealed class Trial(LoadGenerator load, TimeProvider time)
{
    // No fast request of either colour takes this long on loopback; the old colour is silent when it has said nothing for so long
    // while the new one answers.
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Dictionary<string, (List<double> LastOldAnswer, List<double> Call)> _measured = new(StringComparer.Ordinal);

    /// <summary>One switch to green and one rollback to blue.</summary>
    public async Task CycleAsync(ISwitchWay way, CancellationToken cancellationToken)
    {
        await ShiftAsync(way, Color.Green, cancellationToken);
        await ShiftAsync(way, Color.Blue, cancellationToken);
    }

    public WayResult ResultOf(ISwitchWay way) =>
        _measured.TryGetValue(way.Name, out var m) ? new WayResult(way.Name, m.Call.Count, m.LastOldAnswer, m.Call) : new WayResult(way.Name, 0, [], []);

    private async Task ShiftAsync(ISwitchWay way, Color color, CancellationToken cancellationToken)
    {
        var called = time.GetTimestamp();
        await way.ShiftAsync(color, cancellationToken);
        var call = time.GetElapsedTime(called);
        await SilentAsync(VersionOf(color.Other()), VersionOf(color), time.GetTimestamp(), cancellationToken);

        var last = load.LastAnswer(VersionOf(color.Other())) ?? called;
        var (lastOldAnswer, calls) = _measured.TryGetValue(way.Name, out var known) ? known : _measured[way.Name] = ([], []);
        lastOldAnswer.Add(Math.Max(0, time.GetElapsedTime(called, last).TotalMilliseconds));
        calls.Add(call.TotalMilliseconds);
    }

    private async Task SilentAsync(string old, string fresh, long since, CancellationToken cancellationToken)
    {
        for (var waited = time.GetTimestamp(); ; await Task.Delay(Pause, time, cancellationToken))
        {
            var quiet = time.GetElapsedTime(Math.Max(load.LastAnswer(old) ?? since, since));
            if (quiet >= Silence && load.LastAnswer(fresh) > since)
            {
                return;
            }

            if (time.GetElapsedTime(waited) > Patience)
            {
                throw new TimeoutException($"Version '{old}' still answered {Patience.TotalSeconds:0} s after the shift to version '{fresh}'.");
            }
        }
    }

    private static string VersionOf(Color color) => color == Color.Blue ? "1" : "2";
}
