using System.Text.Json;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using ElbAction = Amazon.ElasticLoadBalancingV2.Model.Action;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>
/// The actions of one listener or rule, in one of the several forms that mean the same to AWS, so that lists can be compared: actions
/// by their order, target groups by their ARN, a forward always with its list of groups, stickiness only where it is on, no secrets.
/// </summary>
internal sealed class ActionList
{
    private readonly JsonElement json;

    private ActionList(IEnumerable<ElbAction> actions) =>
        json = JsonSerializer.SerializeToElement(actions.Select(Plain).OrderBy(action => action.Order ?? int.MaxValue).ToList(), ActionJson.Options);

    public static ActionList Of(IEnumerable<ElbAction>? actions) => new(actions ?? []);

    public static ActionList Of(JsonElement json) => new(json.Deserialize<List<ElbAction>>(ActionJson.Options) ?? []);

    public JsonElement ToJson() => json;

    /// <summary>A copy of the actions that the caller may change.</summary>
    public List<ElbAction> Actions() => json.Deserialize<List<ElbAction>>(ActionJson.Options)!;

    public bool IsSame(ActionList other) => JsonElement.DeepEquals(json, other.json);

    /// <summary>
    /// The list as AWS takes it. The list of a listener is replaced whole; what an answer never shows, the secret of an OIDC action, is kept by
    /// saying so. One group alone goes by its ARN: load balancers that know no weights take nothing else.
    /// </summary>
    public List<ElbAction> ForWriting()
    {
        var actions = Actions();
        foreach (var action in actions)
        {
            if (action.AuthenticateOidcConfig is { } oidc)
            {
                oidc.UseExistingClientSecret = true;
            }

            if (action.ForwardConfig is { TargetGroupStickinessConfig: null, TargetGroups: [{ Weight: > 0 } only] })
            {
                (action.TargetGroupArn, action.ForwardConfig) = (only.TargetGroupArn, null);
            }
        }

        return actions;
    }

    private static ElbAction Plain(ElbAction action)
    {
        var copy = JsonSerializer.SerializeToElement(action, ActionJson.Options).Deserialize<ElbAction>(ActionJson.Options)!;
        if (copy.AuthenticateOidcConfig is { } oidc)
        {
            (oidc.ClientSecret, oidc.UseExistingClientSecret) = (null, null);
        }

        if (copy.Type == ActionTypeEnum.Forward)
        {
            copy.ForwardConfig = Plain(copy.ForwardConfig, copy.TargetGroupArn);
            copy.TargetGroupArn = null;
        }

        return copy;
    }

    private static ForwardActionConfig Plain(ForwardActionConfig? config, string? single)
    {
        var groups = config?.TargetGroups is { Count: > 0 } several ? several : [new TargetGroupTuple { TargetGroupArn = single, Weight = 1 }];
        var plain = groups.Select(group => new TargetGroupTuple { TargetGroupArn = group.TargetGroupArn, Weight = group.Weight ?? 1 })
            .OrderBy(group => group.TargetGroupArn, StringComparer.Ordinal).ToList();
        if (plain is [{ Weight: > 1 } only])
        {
            only.Weight = 1;
        }

        var sticky = config?.TargetGroupStickinessConfig is { Enabled: true } on ? on : null;
        return new ForwardActionConfig { TargetGroups = plain, TargetGroupStickinessConfig = sticky };
    }
}
