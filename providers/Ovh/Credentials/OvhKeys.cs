using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Credentials;

/// <summary>The credentials themselves. They stay in memory and in headers of requests; nothing prints them.</summary>
internal sealed record OvhKeys(string? ApplicationKey, string? ApplicationSecret, string? ConsumerKey, string? ClientId, string? ClientSecret)
{
    /// <summary>A shorter text would conceal words that merely look alike.</summary>
    private const int ShortestSecret = 6;

    private const string Where =
        "Allowed are applicationKey, applicationSecret and consumerKey, or clientId and clientSecret, in 'credentials', in the environment (OVH_APPLICATION_KEY, …) " +
        "or in ovh.conf. ";

    public bool IsServiceAccount => ClientId is not null;

    public string Conceal(string text) => new[] { ApplicationSecret, ConsumerKey, ClientSecret, ApplicationKey }.OfType<string>()
        .Where(secret => secret.Length >= ShortestSecret)
        .Aggregate(text, (plain, secret) => plain.Replace(secret, "***", StringComparison.Ordinal));

    /// <exception cref="InvalidRequestException">They are not complete, or of both kinds.</exception>
    public OvhKeys Checked(string where)
    {
        string[] application = [.. Missing(("applicationKey", ApplicationKey), ("applicationSecret", ApplicationSecret), ("consumerKey", ConsumerKey))];
        string[] account = [.. Missing(("clientId", ClientId), ("clientSecret", ClientSecret))];
        return (application.Length, account.Length) switch
        {
            (0, 2) or (3, 0) => this,
            (3, 2) => throw new InvalidRequestException($"There are no credentials for OVH in {where}. {Where}Make some at OVH, and put them there."),
            ( < 3, < 2) => throw new InvalidRequestException($"There are credentials of both kinds for OVH in {where}: an application key and a service account. {Where}Remove one kind."),
            (3, _) => throw new InvalidRequestException($"The credentials for OVH in {where} lack '{string.Join("', '", account)}'. {Where}Add it."),
            _ => throw new InvalidRequestException($"The credentials for OVH in {where} lack '{string.Join("', '", application)}'. {Where}Add it."),
        };
    }

    public override string ToString() => IsServiceAccount ? "a service account" : "an application key";

    private static IEnumerable<string> Missing(params (string Name, string? Value)[] parts) =>
        parts.Where(part => string.IsNullOrEmpty(part.Value)).Select(part => part.Name);
}
