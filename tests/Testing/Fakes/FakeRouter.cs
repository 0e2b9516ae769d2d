using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>A load balancer in memory. It refuses, as a fault of ours, to give more traffic to a colour that is not healthy.</summary>
public sealed class FakeRouter(TimeProvider time) : ITrafficRouter
{
    private readonly Dictionary<Color, ColorHealth> health = new()
    {
        [Color.Blue] = new ColorHealth(2, 2, []),
        [Color.Green] = new ColorHealth(2, 2, []),
    };

    public Faults Faults { get; } = new(time);

    public RouterAbilities Abilities { get; set; } = new(Weights: true, Preview: true, "weights and preview");

    public TrafficSplit Split { get; set; } = TrafficSplit.All(Color.Blue);

    /// <summary>Part of the snapshot beside the weights: something that a shift loses and a restore puts back.</summary>
    public string Rules { get; set; } = "as the operator wrote them";

    /// <summary>Every write, in order: the split that it led to.</summary>
    public List<TrafficSplit> Writes { get; } = [];

    public int Restores { get; private set; }

    /// <summary>What somebody else writes right after our next write, so that it is read back.</summary>
    public TrafficSplit? WrittenOver { get; set; }

    public HashSet<Color> Attached { get; } = [];

    /// <summary>Broken invariants; a test asserts that there are none.</summary>
    public List<string> Violations { get; } = [];

    public Dictionary<Color, int?> Connections { get; } = new() { [Color.Blue] = 0, [Color.Green] = 0 };

    /// <summary>Called on each question for health, so that a test can let time pass or a host die.</summary>
    public Action<Color>? OnHealth { get; set; }

    public void SetHealth(Color color, int healthy, int total = 2, params string[] failures) => health[color] = new ColorHealth(healthy, total, failures);

    public Task<TrafficState> DescribeAsync(CancellationToken cancellationToken) => Faults.AroundAsync("Describe", State, cancellationToken);

    public Task AttachAsync(Color color, CancellationToken cancellationToken) => Faults.AroundAsync("Attach", () => { Attached.Add(color); }, cancellationToken);

    public Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken) => Faults.AroundAsync("Shift", () => Shift(split), cancellationToken);

    public Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken) =>
        Faults.AroundAsync("Restore", () => Restore(snapshot), cancellationToken);

    public Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken)
    {
        OnHealth?.Invoke(color);
        return Faults.AroundAsync("Health", () => health[color], cancellationToken);
    }

    public Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken) =>
        Faults.AroundAsync("Connections", () => Connections[color], cancellationToken);

    public PreviewAddress? Preview(Color color) => Abilities.Preview
        ? new PreviewAddress(new Uri($"http://{color.Lower()}.preview.test:8080"), new Dictionary<string, string> { ["X-Color"] = color.Lower() })
        : null;

    private TrafficState Shift(TrafficSplit split)
    {
        if (split == Split)
        {
            return State();
        }

        foreach (var color in Enum.GetValues<Color>().Where(color => split.Of(color) > Split.Of(color)))
        {
            Check(health[color].AllHealthy, $"{split}: {color} got traffic and is not healthy");
            Check(Attached.Contains(color) || Split.Of(color) > 0, $"{split}: {color} got traffic and was never attached");
        }

        return Write(split, "as a shift leaves them");
    }

    private TrafficState Restore(JsonElement snapshot)
    {
        Restores++;
        return Write(new TrafficSplit(snapshot.GetProperty("blue").GetInt32(), snapshot.GetProperty("green").GetInt32()), snapshot.GetProperty("rules").GetString()!);
    }

    private TrafficState Write(TrafficSplit split, string rules)
    {
        Check(split.Blue + split.Green == 100, $"{split}: weights do not sum to 100");
        Rules = rules;
        Writes.Add(split);
        (Split, WrittenOver) = (WrittenOver ?? split, null);
        return State();
    }

    private TrafficState State() => new(Split, ReleaseJson.ToElement(new { Split.Blue, Split.Green, Rules }));

    private void Check(bool holds, string violation)
    {
        if (!holds)
        {
            Violations.Add(violation);
            throw new InvalidOperationException(violation);
        }
    }
}
