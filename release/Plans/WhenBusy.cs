namespace BlueGreenServerless.Plans;

/// <summary>What a request does that arrives while another release of the app runs.</summary>
public enum WhenBusy
{
    /// <summary>The newest waiting request starts when the lock is free.</summary>
    QueueNewest,
    Refuse,
}
