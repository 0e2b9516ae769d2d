using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>Elastic Load Balancing v2, API version 2015-12-01.</summary>
internal sealed class BalancingService(Balancers balancers)
{
    private readonly TokenBucket anything = new(40, 10, balancers.Options.Clock);
    private readonly TokenBucket writes = new(20, 3, balancers.Options.Clock);
    private readonly BalancingAnswers answers = new(balancers);

    public QueryService Service() => new("elasticloadbalancing", "2015-12-01", "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/", new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["DescribeLoadBalancers"] = Read(LoadBalancers),
        ["DescribeListeners"] = Read(Listeners),
        ["DescribeRules"] = Read(Rules),
        ["DescribeTargetGroups"] = Read(Groups),
        ["DescribeTargetGroupAttributes"] = Read(Attributes),
        ["DescribeTargetHealth"] = Read(Health),
        ["ModifyListener"] = Write(ModifyListener),
        ["ModifyRule"] = Write(ModifyRule),
    });

    private Operation Read(Func<Input, JsonObject> operation) => Limited(operation, anything);

    private Operation Write(Func<Input, JsonObject> operation) => Limited(operation, writes, anything);

    private Operation Limited(Func<Input, JsonObject> operation, params TokenBucket[] buckets) => input =>
        balancers.Options.LoadBalancerLimits && !Array.TrueForAll(buckets, bucket => bucket.TryTake())
            ? throw new AwsException("Throttling", "Rate exceeded")
            : Task.FromResult<JsonObject?>(operation(input));

    private JsonObject LoadBalancers(Input input)
    {
        var (arns, names) = (input.Texts("LoadBalancerArns"), input.Texts("Names"));
        var all = balancers.All.Where(balancer => (arns.Count == 0 || arns.Contains(balancer.Arn)) && (names.Count == 0 || names.Contains(balancer.Name))).ToList();
        return all.Count < Math.Max(arns.Count, names.Count)
            ? throw new AwsException("LoadBalancerNotFound", "One or more load balancers not found")
            : Page(input, "LoadBalancers", all, answers.Of);
    }

    private JsonObject Listeners(Input input)
    {
        var arns = input.Texts("ListenerArns");
        if (input.Text("LoadBalancerArn") is not { } balancer)
        {
            return arns.Count == 0
                ? throw AwsException.Invalid("You must specify either listener ARNs or a load balancer ARN")
                : Page(input, "Listeners", [.. arns.Select(Listener)], BalancingAnswers.Of);
        }

        return balancers.All.Any(known => known.Arn == balancer)
            ? Page(input, "Listeners", [.. balancers.Listeners.Where(listener => listener.Balancer.Arn == balancer)], BalancingAnswers.Of)
            : throw new AwsException("LoadBalancerNotFound", $"Load balancer '{balancer}' not found");
    }

    private JsonObject Rules(Input input)
    {
        var arns = input.Texts("RuleArns");
        return input.Text("ListenerArn") is { } listener ? Page(input, "Rules", Listener(listener).Rules, BalancingAnswers.Of)
            : arns.Count > 0 ? Page(input, "Rules", [.. arns.Select(Rule)], BalancingAnswers.Of)
            : throw AwsException.Invalid("You must specify either listener rule ARNs or a listener ARN");
    }

    private JsonObject Groups(Input input)
    {
        var (arns, names) = (input.Texts("TargetGroupArns"), input.Texts("Names"));
        var balancer = input.Text("LoadBalancerArn");
        var all = balancers.Groups.Where(group =>
            (arns.Count == 0 || arns.Contains(group.Arn)) && (names.Count == 0 || names.Contains(group.Name))
            && (balancer is null || balancers.BalancersOf(group).Contains(balancer, StringComparer.Ordinal))).ToList();
        return all.Count < Math.Max(arns.Count, names.Count)
            ? throw new AwsException("TargetGroupNotFound", "One or more target groups not found")
            : Page(input, "TargetGroups", all, answers.Of);
    }

    private JsonObject Attributes(Input input) => new()
    {
        ["Attributes"] = new JsonArray([.. Group(input).Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (JsonNode)new JsonObject { ["Key"] = pair.Key, ["Value"] = pair.Value })]),
    };

    private JsonObject Health(Input input)
    {
        var group = Group(input);
        group.ForgetDrained(balancers.Options.Clock.GetUtcNow());
        var asked = input.Items("Targets");
        var registered = group.Entries.Where(entry => asked.Count == 0 || asked.Any(target => BalancingAnswers.Same(target, entry.Target, group))).ToList();
        var others = asked.Where(target => !registered.Any(entry => BalancingAnswers.Same(target, entry.Target, group)))
            .Select(target => BalancingAnswers.Health(new Target(target.Required("Id"), target.Number("Port", 1, 65535) ?? group.Port), TargetState.NotRegistered));
        return new JsonObject
        {
            ["TargetHealthDescriptions"] = new JsonArray([.. registered.Select(entry => answers.Of(group, entry)), .. others]),
        };
    }

    private JsonObject ModifyListener(Input input)
    {
        var listener = Listener(input.Required("ListenerArn"));
        if ((input.Number("Port", 1, 65535) ?? listener.Port) != listener.Port || (input.Text("Protocol") ?? listener.Protocol) != listener.Protocol)
        {
            throw AwsException.Invalid("Port and protocol of a listener cannot be changed here");
        }

        balancers.Change(listener.Default, null, new ActionRules(balancers, listener).Checked(input, "DefaultActions"));
        return new JsonObject { ["Listeners"] = new JsonArray(BalancingAnswers.Of(listener)) };
    }

    private JsonObject ModifyRule(Input input)
    {
        var rule = Rule(input.Required("RuleArn"));
        if (rule.Priority is null)
        {
            throw new AwsException("OperationNotPermitted", $"Default rule '{rule.Arn}' cannot be modified");
        }

        balancers.Change(rule, input.List("Conditions"), new ActionRules(balancers, rule.Listener).Checked(input, "Actions"));
        return new JsonObject { ["Rules"] = new JsonArray(BalancingAnswers.Of(rule)) };
    }

    private Listener Listener(string arn) =>
        balancers.Listeners.FirstOrDefault(listener => listener.Arn == arn) ?? throw new AwsException("ListenerNotFound", $"Listener '{arn}' not found");

    private Rule Rule(string arn) => balancers.Rules.FirstOrDefault(rule => rule.Arn == arn) ?? throw new AwsException("RuleNotFound", $"Rule '{arn}' not found");

    private TargetGroup Group(Input input) =>
        balancers.Groups.FirstOrDefault(group => group.Arn == input.Required("TargetGroupArn"))
        ?? throw new AwsException("TargetGroupNotFound", $"Target groups '{input.Text("TargetGroupArn")}' not found");

    private JsonObject Page<T>(Input input, string name, IReadOnlyList<T> all, Func<T, JsonObject> describe)
    {
        var (items, next) = Pages.Cut(all, input.Text("Marker"), balancers.Options.Page(input.Number("PageSize", 1, 400) ?? 400));
        var result = new JsonObject { [name] = new JsonArray([.. items.Select(item => (JsonNode)describe(item))]) };
        if (next is not null)
        {
            result["NextMarker"] = next;
        }

        return result;
    }
}
