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

    public override Uri Users => Host.Users;

    public override async Task<string> ReadAsync() => $"{await Host.ReadAsync()}";

    public override async Task<Color?> LiveAsync() => await Host.ReadAsync() switch { (0, 0) => Color.Blue, (100, 100) => Color.Green, _ => null };

    public override void LoseGreen() => Host.LoseGreen();

    public override PortBinding Router() => Binding("haproxy", new
    {
        manage = "mapOnly", config = Host.Config, socket = Host.Socket, previewAddress = Host.Users.AbsoluteUri.TrimEnd('/'), previewHeader = "X-Preview",
    });

    private void Told(string command)
    {
        if (command.StartsWith("set map", StringComparison.Ordinal) || command.StartsWith("add map", StringComparison.Ordinal))
        {
            Moved?.Invoke(this, command.Split(' ')[^1] switch { "0" => Color.Blue, "100" => Color.Green, _ => null });
        }
    }
}
