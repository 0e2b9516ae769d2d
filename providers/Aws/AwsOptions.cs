using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws;

[Description("An Application or Network Load Balancer and a target group for each colour.")]
public sealed record AwsOptions
{
    private const string TargetGroup = "^arn:[a-z0-9-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:targetgroup/[A-Za-z0-9-]+/[0-9a-f]+$";
    private const string Route = "^arn:[a-z0-9-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener(-rule)?/(app|net)/[A-Za-z0-9-]+/[0-9a-f]+(/[0-9a-f]+){1,2}$";

    [Description("ARNs of the listeners or rules that carry production traffic. Several are moved together. A listener means its default rule.")]
    [MinLength(1)]
    [MaxLength(20)]
    public required IReadOnlyList<string> Listeners { get; init; }

    [Description("ARN of blue's target group.")]
    [RegularExpression(TargetGroup, ErrorMessage = "the ARN of a target group")]
    public required string Blue { get; init; }

    [Description("ARN of green's target group.")]
    [RegularExpression(TargetGroup, ErrorMessage = "the ARN of a target group")]
    public required string Green { get; init; }

    [Description("ARN of a test listener or test rule. It is pointed at the idle colour, so that this is health-checked and can be tested. Unset: no preview.")]
    [RegularExpression(Route, ErrorMessage = "the ARN of a listener or rule")]
    public string? Preview { get; init; }

    [Description("Where the preview is requested, for example 'https://test.example.com:8443'. Unset: the load balancer's DNS name and the listener's port.")]
    [RegularExpression("^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$", ErrorMessage = "'http://host:port' or 'https://host:port'")]
    public string? PreviewAddress { get; init; }

    [Description("Region. Unset: that of the target group.")]
    [RegularExpression("^[a-z0-9-]{1,32}$")]
    public string? Region { get; init; }

    [Description("Profile of the shared AWS configuration. Unset: the environment, or the role of the function.")]
    public string? Profile { get; init; }

    [Description("How long CloudWatch needs to have a minute whole; newer minutes are not judged yet.")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MetricsDelay { get; init; } = TimeSpan.FromSeconds(60);

    internal AwsPlace Place => new(Region ?? Blue.Split(':') switch { { Length: > 3 } parts => parts[3], _ => null }, Profile);

    internal static bool IsTargetGroup(string arn) => new RegularExpressionAttribute(TargetGroup).IsValid(arn);

    internal static bool IsRoute(string arn) => arn.Length > 0 && new RegularExpressionAttribute(Route).IsValid(arn);
}
