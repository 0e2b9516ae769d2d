using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>What a list of actions has to be, and how it reads back.</summary>
internal sealed class ActionRules(Balancers balancers, Listener listener)
{
    private const int MostGroups = 5;

    private static readonly string[] Ends = ["forward", "redirect", "fixed-response"];
    private static readonly string[] Gates = ["authenticate-oidc", "authenticate-cognito"];

    /// <summary>The actions as they are kept; null when the request has none.</summary>
    /// <exception cref="AwsException">AWS would refuse them.</exception>
    public JsonArray? Checked(Input input, string name)
    {
        var actions = input.Items(name);
        if (actions.Count == 0)
        {
            return input.Has(name) ? throw AwsException.Invalid("A listener or rule must have at least one action") : null;
        }

        CheckTypes(actions);
        return new JsonArray([.. actions.Select(action => (JsonNode)Kept(action, actions.Count))]);
    }

    private void CheckTypes(IReadOnlyList<Input> actions)
    {
        var types = actions.Select(action => action.Required("Type")).ToList();
        var unknown = types.Except(Ends, StringComparer.Ordinal).Except(Gates, StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw AwsException.Invalid($"1 validation error detected: Value '{unknown}' at 'actions' failed to satisfy constraint: Member must satisfy enum value set");
        }

        var last = actions.OrderBy(action => action.Number("Order", 1, 50000) ?? 1).Last();
        if (types.Count(type => Ends.Contains(type, StringComparer.Ordinal)) != 1 || !Ends.Contains(last.Text("Type"), StringComparer.Ordinal))
        {
            throw new AwsException("InvalidLoadBalancerAction", "Action lists must have exactly one of forward, redirect or fixed-response, and it must be last");
        }

        if (listener.Balancer.Network && types.Any(type => type != "forward"))
        {
            throw new AwsException("InvalidLoadBalancerAction", "Network load balancers support only forward actions");
        }

        if (actions.Count > 1 && actions.Select(action => action.Text("Order")).Distinct(StringComparer.Ordinal).Count() != actions.Count)
        {
            throw AwsException.Invalid("You must specify a different order for each of several actions");
        }
    }

    private JsonObject Kept(Input action, int count)
    {
        var kept = (JsonObject)action.Fields.DeepClone();
        if (count == 1)
        {
            kept["Order"] ??= "1";
        }

        if (action.Text("Type") == "forward")
        {
            Forward(action, kept);
        }

        if (action.Item("AuthenticateOidcConfig") is { } oidc)
        {
            // The secret is never told; who writes the list back has to say that it stays
            if (!oidc.Has("ClientSecret") && oidc.Flag("UseExistingClientSecret") != true)
            {
                throw AwsException.Invalid("You must specify a client secret or use the existing one");
            }

            kept["AuthenticateOidcConfig"]!.AsObject().Remove("ClientSecret");
            kept["AuthenticateOidcConfig"]!.AsObject().Remove("UseExistingClientSecret");
        }

        return kept;
    }

    private void Forward(Input action, JsonObject kept)
    {
        var config = action.Item("ForwardConfig");
        var single = action.Text("TargetGroupArn");
        var groups = config?.Items("TargetGroups") is { Count: > 0 } given ? given : single is null ? [] : [new Input(new JsonObject { ["TargetGroupArn"] = single })];
        if (groups.Count is 0 or > MostGroups)
        {
            throw AwsException.Invalid($"A forward action must have 1 to {MostGroups} target groups");
        }

        if (single is not null && (groups.Count > 1 || groups[0].Text("TargetGroupArn") != single))
        {
            throw new AwsException("InvalidLoadBalancerAction", "If you specify both ForwardConfig and TargetGroupArn, you can specify only one target group and it must be the same");
        }

        var sticky = Stickiness(config?.Item("TargetGroupStickinessConfig"));
        foreach (var group in groups)
        {
            CheckGroup(group, groups.Count > 1, sticky["Enabled"]!.ToString() == "true");
        }

        var tuples = groups.Select(group => (JsonNode)new JsonObject { ["TargetGroupArn"] = group.Text("TargetGroupArn"), ["Weight"] = group.Text("Weight") ?? "1" });
        kept["ForwardConfig"] = new JsonObject { ["TargetGroups"] = new JsonArray([.. tuples]), ["TargetGroupStickinessConfig"] = sticky };
        kept.Remove("TargetGroupArn");
        if (groups.Count == 1)
        {
            kept["TargetGroupArn"] = groups[0].Text("TargetGroupArn");
        }
    }

    private static JsonObject Stickiness(Input? config)
    {
        var seconds = config?.Number("DurationSeconds", 1, 604800);
        if (config?.Flag("Enabled") != true)
        {
            return new JsonObject { ["Enabled"] = "false" };
        }

        return seconds is null
            ? throw AwsException.Invalid("A duration is required when target group stickiness is enabled")
            : new JsonObject { ["Enabled"] = "true", ["DurationSeconds"] = $"{seconds}" };
    }

    private void CheckGroup(Input tuple, bool several, bool sticky)
    {
        _ = tuple.Number("Weight", 0, 999);
        var arn = tuple.Required("TargetGroupArn");
        var group = balancers.Groups.FirstOrDefault(known => known.Arn == arn) ?? throw new AwsException("TargetGroupNotFound", $"Target groups '{arn}' not found");
        if (group.Network != listener.Balancer.Network)
        {
            throw new AwsException("IncompatibleProtocols", $"The protocol of target group '{arn}' cannot be used with the listener");
        }

        if (balancers.BalancersOf(group).FirstOrDefault(other => other != listener.Balancer.Arn) is not null)
        {
            throw new AwsException("TargetGroupAssociationLimit", $"The following target groups cannot be associated with more than one load balancer: {arn}");
        }

        if (several && !sticky && group.Attributes["stickiness.enabled"] == "true")
        {
            throw new AwsException("InvalidConfigurationRequest", "This target group appears behind a rule with group stickiness disabled. Enable group stickiness first.");
        }
    }
}
