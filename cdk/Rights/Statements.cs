using Amazon.CDK.AWS.IAM;

namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Makes statements of policies.</summary>
internal static class Statements
{
    /// <summary>Null when nothing is left of the right: the deployment does not say what it is about.</summary>
    public static PolicyStatement? Of(Right right, Placeholders placeholders)
    {
        var resources = (right.Resources ?? []).SelectMany(placeholders.Fill).ToList();
        if (resources.Count == 0)
        {
            return null;
        }

        var statement = Allow(right.Actions ?? [], resources);
        foreach (var (operation, keys) in right.Condition ?? [])
        {
            statement.AddCondition(operation, keys.ToDictionary(
                key => placeholders.Fill(key.Key).Single(), key => (object)key.Value.SelectMany(placeholders.Fill).ToArray(), StringComparer.Ordinal));
        }

        return statement;
    }

    public static PolicyStatement Allow(IEnumerable<string> actions, IEnumerable<string> resources) =>
        new(new PolicyStatementProps { Actions = [.. actions], Resources = [.. resources] });
}
