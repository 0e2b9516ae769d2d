using BlueGreenServerless.ManyClouds.Tests.Fronts;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

/// <summary>Ends whatever goes wrong with the clouds.</summary>
internal static class Calm
{
    public static void All(FaultedRelease release)
    {
        var clouds = release.Clouds;
        clouds.Machine.Aws.Faults.Clear();
        clouds.Ovh.Faults.Clear();
        clouds.DigitalOcean.Faults.Clear();
        clouds.Service.ForgetEnds();
        clouds.Service.Unblock();
        foreach (var host in clouds.Fronts.OfType<HaproxyFront>().Select(front => front.Host))
        {
            host.Relay.Faults.Clear();
            host.Relay.IsDown = false;
        }

        // as the refusal says: publish or undo what is pending
        clouds.Service.PublishAsync().GetAwaiter().GetResult();
    }
}
