namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>What a call is for, and so how much of the throttling budget it may use.</summary>
internal enum Urgency
{
    /// <summary>Asking again and again; the next time will do.</summary>
    Poll,

    /// <summary>Reading or moving traffic on the way forward.</summary>
    Move,

    /// <summary>Putting traffic back.</summary>
    Restore,
}
