using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>One target of a release, in whichever cloud: where users come in, and two colours behind it.</summary>
internal abstract class Front(string name)
{
    public string Name { get; } = name;

    /// <summary>Is told where the users go after every change; null: nowhere, or to both.</summary>
    public Action<Front, Color?>? Moved { get; set; }

    public TargetPlan Plan() => new()
    {
        Name = Name,
        Router = Router(),
        Hosts = Binding("ssm", new { blue = $"tag:Pool={Name}-blue", green = $"tag:Pool={Name}-green" }),
    };

    /// <summary>Everything that decides where users go, as the cloud has it: what is the same text is the same traffic.</summary>
    public abstract Task<string> ReadAsync();

    /// <summary>Where all users go; null: nowhere, or to both.</summary>
    public abstract Task<Color?> LiveAsync();

    /// <summary>Where users come in, for tests with traffic.</summary>
    public abstract Uri Users { get; }

    /// <summary>What the user's file says of it.</summary>
    public abstract PortBinding Router();

    /// <summary>The machines of green are not healthy from now on.</summary>
    public abstract void LoseGreen();

    protected static PortBinding Binding(string provider, object options) => new(provider, ReleaseJson.ToElement(options));
}
