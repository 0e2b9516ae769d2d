namespace BlueGreenServerless.VirtualCloud.Clock;

/// <summary>One run of a function, through everything that it awaits: whether it is at work or only waits for time.</summary>
internal sealed class Strand(Strands all, string name, CancellationToken? wanted)
{
    private static readonly AsyncLocal<Strand?> CurrentOne = new();

    private int calls;
    private int parked;

    /// <summary>The strand that the caller belongs to; null outside of any.</summary>
    public static Strand? Current
    {
        get => CurrentOne.Value;
        set => CurrentOne.Value = value;
    }

    /// <summary>The clock by which retries wait.</summary>
    public TimeProvider Time => all.Time;

    /// <summary>A branch of the engine waits for it.</summary>
    internal bool IsAwaited => wanted is { IsCancellationRequested: false };

    /// <summary>Everything of it waits for time; of several calls at once, each.</summary>
    internal bool IsParked => parked > 0 && parked >= calls;

    public override string ToString() => $"{name} ({calls} calls, {parked} waiting for time)";

    public void Park() => all.Change(() => parked++);

    public void Unpark() => all.Change(() => parked--);

    public void CallBegins() => all.Change(() => calls++);

    public void CallEnds() => all.Change(() => calls--);
}
