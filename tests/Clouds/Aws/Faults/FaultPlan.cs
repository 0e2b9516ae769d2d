using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Aws.Faults;

/// <summary>The faults that are still to come, and the permissions that are missing.</summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<(Fault Fault, int Seen)> coming = [];
    private readonly HashSet<string> denied = new(StringComparer.Ordinal);

    /// <summary>Decides about every call, beside the planned faults; null for a call that goes well.</summary>
    public Func<string, string, Fault?>? Chance { get; set; }

    public void Add(Fault fault)
    {
        lock (gate)
        {
            coming.Add((fault, 0));
        }
    }

    /// <summary>Ends one of them.</summary>
    public void End(Fault fault)
    {
        lock (gate)
        {
            coming.RemoveAll(each => ReferenceEquals(each.Fault, fault));
        }
    }

    /// <summary>Takes the permission for an operation away.</summary>
    public void Deny(string service, string operation)
    {
        lock (gate)
        {
            denied.Add($"{service}:{operation}");
        }
    }

    public void Allow(string service, string operation)
    {
        lock (gate)
        {
            denied.Remove($"{service}:{operation}");
        }
    }

    /// <summary>Ends all faults; permissions stay.</summary>
    public void Clear()
    {
        lock (gate)
        {
            coming.Clear();
        }

        Chance = null;
    }

    public bool Denies(string service, string operation)
    {
        lock (gate)
        {
            return denied.Contains($"{service}:{operation}") || denied.Contains($"{service}:*");
        }
    }

    public Fault? Next(string service, string operation, WireRequest request)
    {
        lock (gate)
        {
            for (var i = 0; i < coming.Count; i++)
            {
                var (fault, seen) = coming[i];
                if (Hits(fault, service, operation, request))
                {
                    coming[i] = (fault, seen + 1);
                    if (seen >= fault.After)
                    {
                        return Used(i, fault, seen + 1);
                    }
                }
            }
        }

        return Chance?.Invoke(service, operation);
    }

    private Fault Used(int place, Fault fault, int seen)
    {
        fault.Begins?.Invoke();
        if (seen >= fault.After + fault.Times)
        {
            coming.RemoveAt(place);
        }

        return fault;
    }

    private static bool Hits(Fault fault, string service, string operation, WireRequest request) =>
        (fault.Service == "*" || fault.Service == service) && (fault.Operation == "*" || fault.Operation == operation)
        && (fault.Containing is null || request.Path.Contains(fault.Containing, StringComparison.Ordinal)
            || request.Text.Contains(fault.Containing, StringComparison.Ordinal));
}
