using System.Collections.Concurrent;
using BlueGreenServerless.AwsStand.Template;
using BlueGreenServerless.Clouds.Aws;

namespace BlueGreenServerless.AwsStand.Rights;

/// <summary>Compares every call that a function makes with what its role may do in the template.</summary>
public sealed class RightsWatch
{
    private readonly Dictionary<string, Role> roles;
    private readonly AwsDouble aws;
    private readonly ConcurrentDictionary<string, int> missing = new(StringComparer.Ordinal);
    private int seen;

    internal RightsWatch(IEnumerable<DeployedFunction> functions, AwsDouble aws)
    {
        this.aws = aws;
        roles = functions.ToDictionary(function => function.Name, function => new Role(function.Statements), StringComparer.Ordinal);
    }

    /// <summary>Calls of functions so far.</summary>
    public int Seen => Volatile.Read(ref seen);

    /// <summary>What was called without a right to it: function, action, resource.</summary>
    public IReadOnlyCollection<string> Missing => [.. missing.Keys.Order(StringComparer.Ordinal)];

    internal void Check(Exchange exchange)
    {
        if (exchange.Request.Header(OriginHeader.Name) is not { } function)
        {
            return;
        }

        Interlocked.Increment(ref seen);
        foreach (var need in NeededRights.Of(exchange, aws).Where(need => !roles[function].Allows(need)))
        {
            missing.AddOrUpdate($"{function} calls {need.Action} on {need.Resource}", 1, (_, times) => times + 1);
        }
    }
}
