using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>The least that can be done: one runtime command on a socket that is open already, nothing written to disk, nothing read back.</summary>
internal sealed class FloorWay(AdminSocket admin, string splitFile) : ISwitchWay
{
    public string Name => "floor";

    public async Task ShiftAsync(Color color, CancellationToken cancellationToken)
    {
        var answer = await admin.AskAsync($"set map {splitFile} {HaproxyConfiguration.SplitKey} {TrafficSplit.All(color).Green}", cancellationToken);
        if (answer.Length > 0)
        {
            throw new InvalidOperationException($"HAProxy answered '{answer}' to the floor's command.");
        }
    }

    public ValueTask DisposeAsync() => admin.DisposeAsync();
}
