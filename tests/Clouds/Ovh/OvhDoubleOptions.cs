using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.Ovh;

/// <summary>How the double behaves. Defaults are quick; a test that is about slowness says so.</summary>
public sealed record OvhDoubleOptions
{
    /// <summary>Time of everything that takes time, signatures and tokens included.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How far OVH's clock is ahead of <see cref="Clock"/>.</summary>
    public TimeSpan Ahead { get; init; }

    public string ApplicationKey { get; init; } = "TDPKJdwZwAQPwKX2";

    public string ApplicationSecret { get; init; } = MarkedSecret.Of(SecretNames.OvhApplication);

    public string ConsumerKey { get; init; } = MarkedSecret.Of(SecretNames.OvhConsumer);

    public string ClientId { get; init; } = "EU.0123456789abcdef";

    public string ClientSecret { get; init; } = MarkedSecret.Of(SecretNames.OvhClient);

    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Tokens are given for a secret in the form only, as if the header were not known.</summary>
    public bool SecretInFormOnly { get; init; }

    /// <summary>Calls in one second; more are answered 429. Null: no limit.</summary>
    public int? CallsPerSecond { get; init; }

    /// <summary>How long a refresh of an IP Load Balancing service takes.</summary>
    public TimeSpan RefreshTakes { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a change of a Public Cloud Load Balancer takes, during which it takes no other.</summary>
    public TimeSpan UpdateTakes { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Pending changes count writes, so that one and its undoing are two; otherwise objects that differ from what is live. OVH does not say
    /// which it is.
    /// </summary>
    public bool PendingCountsWrites { get; init; } = true;
}
