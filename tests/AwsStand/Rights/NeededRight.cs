namespace BlueGreenServerless.AwsStand.Rights;

/// <summary>A right that a call needs.</summary>
/// <param name="Action">As in policies, such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">An ARN, or <c>*</c> where the API knows no resources.</param>
/// <param name="Tags">Of the resource, by the names that conditions have for them.</param>
internal sealed record NeededRight(string Action, string Resource, IReadOnlyDictionary<string, string> Tags)
{
    private static readonly Dictionary<string, string> _none = new(StringComparer.Ordinal);

    public NeededRight(string action, string resource)
        : this(action, resource, _none)
    {
    }
}
