using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>The selections of both colours, and of hosts that belong to neither.</summary>
internal sealed record NodePools(NodeSelection? Blue, NodeSelection? Green, NodeSelection? Others)
{
    public static NodePools Of(SsmOptions options)
    {
        var pools = new NodePools(Parse(options.Blue), Parse(options.Green), Parse(options.Hosts));
        if (pools.Blue is { } blue && pools.Green is { } green && blue.Key == green.Key && blue.Values.Intersect(green.Values, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            throw new InvalidRequestException($"The hosts of blue and green have '{both}' in common. They must differ: nobody installs under users. Separate them.");
        }

        return pools;
    }

    /// <param name="color">Null means every host.</param>
    /// <exception cref="InvalidRequestException">There are none.</exception>
    public NodeSelection Select(Color? color)
    {
        NodeSelection?[] meant = color switch { Color.Blue => [Blue], Color.Green => [Green], _ => [Blue, Green, Others] };
        var selections = meant.OfType<NodeSelection>().ToList();
        return selections.Count > 0 ? NodeSelection.Union(selections)
            : throw new InvalidRequestException(
                $"The target names no hosts for '{color?.Lower() ?? "hosts"}'. Allowed are 'tag:NAME=VALUE', 'asg:NAME' and ids. Add them to the target's options.");
    }

    private static NodeSelection? Parse(string? text) => text is null ? null : NodeSelection.Parse(text);
}
