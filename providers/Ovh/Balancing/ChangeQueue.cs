namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Changes that are to go live together. The first who comes leads: he makes those of everybody who comes until he closes the queue, right
/// before he publishes. Whoever comes then leads the next ones.
/// </summary>
internal sealed class ChangeQueue
{
    private readonly Lock gate = new();
    private readonly Queue<Change> waiting = new();
    private bool isOpen;

    /// <returns>Whether the caller leads.</returns>
    public bool Add(Change change)
    {
        lock (gate)
        {
            waiting.Enqueue(change);
            var leads = !isOpen;
            isOpen = true;
            return leads;
        }
    }

    /// <summary>The next one that is still wanted; null when there is none.</summary>
    public Change? Next()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var change))
            {
                if (change.TryTake())
                {
                    return change;
                }
            }

            return null;
        }
    }

    /// <summary>Closes it, unless somebody has come meanwhile.</summary>
    public bool TryClose()
    {
        lock (gate)
        {
            isOpen = waiting.Count > 0;
            return !isOpen;
        }
    }

    /// <summary>Closes it; those who wait are told.</summary>
    public void Fail(Exception fault)
    {
        lock (gate)
        {
            isOpen = false;
            while (waiting.TryDequeue(out var change))
            {
                change.TryTake();
                change.Fail(fault);
            }
        }
    }
}
