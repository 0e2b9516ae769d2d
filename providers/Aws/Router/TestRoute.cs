using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>
/// How the test listener or test rule is reached: the load balancer's DNS name and the listener's port, unless the options say another
/// address, and for a rule the headers that it asks for.
/// </summary>
internal sealed class TestRoute
{
    private readonly string arn;
    private readonly string? given;
    private readonly Routes routes;
    private readonly AwsAccount account;
    private readonly Lock gate = new();
    private PreviewAddress? known;

    public TestRoute(string arn, string? given, Routes routes, AwsAccount account) =>
        (this.arn, this.given, this.routes, this.account) = (arn, given, routes, account);

    /// <summary>Looked up once, and waited for: the port that asks has no time to offer, and nothing else waits on this thread.</summary>
    public PreviewAddress Address()
    {
        lock (gate)
        {
            return known ??= Task.Run(() => LookUpAsync(CancellationToken.None)).GetAwaiter().GetResult();
        }
    }

    public static IReadOnlyDictionary<string, string> Headers(string arn, IEnumerable<RuleCondition> conditions)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var condition in conditions)
        {
            switch (condition.Field)
            {
                case "http-header":
                    headers[condition.HttpHeaderConfig.HttpHeaderName] = Plain(arn, condition.HttpHeaderConfig.Values);
                    break;
                case "host-header":
                    headers["Host"] = Plain(arn, condition.HostHeaderConfig?.Values ?? condition.Values);
                    break;
                case "source-ip":
                    break;
                default:
                    throw Unusable(arn, condition.Field);
            }
        }

        return headers;
    }

    private async Task<PreviewAddress> LookUpAsync(CancellationToken cancellationToken)
    {
        var conditions = Routes.IsRule(arn) ? (await routes.RulesAsync([arn], Urgency.Move, cancellationToken)).FirstOrDefault()?.Conditions ?? [] : [];
        var address = given is null ? await FindAsync(cancellationToken) : new Uri(given);
        return new PreviewAddress(address, Headers(arn, conditions));
    }

    private async Task<Uri> FindAsync(CancellationToken cancellationToken)
    {
        var listener = (await routes.ListenersAsync([ListenerOf(arn)], Urgency.Move, cancellationToken)).FirstOrDefault()
            ?? throw new ProviderRefusedException($"AWS does not know the listener of '{arn}'. 'preview' must be the ARN of a listener or rule. Correct it.");
        await account.Budget.ReadAsync(Urgency.Move, cancellationToken);
        var request = new DescribeLoadBalancersRequest { LoadBalancerArns = [listener.LoadBalancerArn] };
        var answer = await AwsCall.RunAsync("reading the load balancer", () => account.Balancing.DescribeLoadBalancersAsync(request, cancellationToken));
        var name = answer.LoadBalancers?.FirstOrDefault()?.DNSName
            ?? throw new ProviderRefusedException($"The load balancer '{listener.LoadBalancerArn}' has no DNS name. Give 'previewAddress'.");
        var secure = listener.Protocol == ProtocolEnum.HTTPS || listener.Protocol == ProtocolEnum.TLS;
        return new UriBuilder(secure ? "https" : "http", name, listener.Port ?? (secure ? 443 : 80)).Uri;
    }

    /// <summary>A rule's ARN is its listener's with the rule's id behind it.</summary>
    public static string ListenerOf(string arn) => Routes.IsRule(arn)
        ? arn[..arn.LastIndexOf('/')].Replace(":listener-rule/", ":listener/", StringComparison.Ordinal) : arn;

    private static string Plain(string arn, IEnumerable<string>? values) =>
        values?.FirstOrDefault(value => !value.Contains('*', StringComparison.Ordinal) && !value.Contains('?', StringComparison.Ordinal))
        ?? throw Unusable(arn, "a header by a pattern only");

    private static NotSupportedByTargetException Unusable(string arn, string field) => new(
        $"The test rule '{arn}' asks for '{field}', which no address or header expresses. Allowed are http-header, host-header and source-ip. Change the rule, or use a test listener.");
}
