using Amazon.CDK.AWS.IAM;

namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Makes statements of policies.</summary>
internal static class Statements
{
    public static PolicyStatement Of(Right right, Stack stack)
    {
        var statement = Allow(right.Actions, right.Resources.Select(resource => In(stack, resource)));
        foreach (var (operation, keys) in right.Condition ?? [])
        {
            statement.AddCondition(operation, keys.ToDictionary(key => key.Key, key => (object)key.Value, StringComparer.Ordinal));
        }

        return statement;
    }

    public static PolicyStatement Allow(IEnumerable<string> actions, IEnumerable<string> resources) =>
        new(new PolicyStatementProps { Actions = [.. actions], Resources = [.. resources] });

    private static string In(Stack stack, string resource) => resource
        .Replace("{partition}", stack.Partition, StringComparison.Ordinal).Replace("{region}", stack.Region, StringComparison.Ordinal)
        .Replace("{account}", stack.Account, StringComparison.Ordinal);
}
