using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>An HAProxy on a machine of one's own.</summary>
internal sealed class HaproxyFront : Front
{
    public HaproxyFront(HaproxyHost host, string name)
        : base(name)
    {
        Host = host;
        host.Relay.Done = Told;
    }

    public HaproxyHost Host { get; }

    public override async Task<string> ReadAsync() => $"{await Host.ReadAsync()}";

    public override async Task<Color?> LiveAsync() => await Host.ReadAsync() switch { (0, 0) => Color.Blue, (100, 100) => Color.Green, _ => null };

    public override void LoseGreen() => Host.LoseGreen();

    protected override PortBinding Router() => Binding("haproxy", new
    {
        manage = "mapOnly", config = Host.Config, socket = Host.Socket, previewAddress = "http://127.0.0.1:80", previewHeader = "X-Preview",
    });

    private void Told(string command)
    {
        if (command.StartsWith("set map", StringComparison.Ordinal) || command.StartsWith("add map", StringComparison.Ordinal))
        {
            Moved?.Invoke(this, command.Split(' ')[^1] switch { "0" => Color.Blue, "100" => Color.Green, _ => null });
        }
    }
}
