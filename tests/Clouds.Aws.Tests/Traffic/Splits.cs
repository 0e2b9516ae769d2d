using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Clouds.Aws.Tests.LoadBalancing;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Aws.Tests.Traffic;

public sealed class Splits
{
    private static readonly AwsDoubleOptions Quick = new() { HealthInterval = TimeSpan.FromMilliseconds(50), Propagation = TimeSpan.FromMilliseconds(50) };

    [Fact]
    public async Task Requests_follow_the_weights_after_a_change_without_a_lost_one_and_are_counted()
    {
        await using var blue = new TinySite("blue");
        await using var green = new TinySite("green");
        await using var aws = await StartAsync(blue, green);
        using var http = new HttpClient();
        var answers = new List<string>();

        Assert.Equal(["blue"], (await AskAsync(http, aws.Listener, 50)).Distinct(StringComparer.Ordinal));
        foreach (var share in new[] { 25, 75, 100 })
        {
            await aws.Command.JsonAsync("elbv2", "modify-listener", "--listener-arn", aws.Listener.Arn, "--default-actions", aws.Forward(100 - share, share));
            answers.AddRange(await AskAsync(http, aws.Listener, 200));
        }

        await Eventually.HoldsAsync(async () => (await AskAsync(http, aws.Listener, 20)).All(answer => answer == "green"));
        Assert.Equal(["blue", "green"], answers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        await Eventually.HoldsAsync(async () => await CountAsync(aws, aws.Green, "RequestCount") == green.Served);
        Assert.Equal(blue.Served, await CountAsync(aws, aws.Blue, "HTTPCode_Target_2XX_Count"));
    }

    [Fact]
    public async Task A_rule_leads_a_host_name_to_green_while_everybody_else_stays_on_blue()
    {
        await using var blue = new TinySite("blue");
        await using var green = new TinySite("green");
        await using var aws = await StartAsync(blue, green, balancers => balancers.Balancers.AddRule(
            balancers.Listener, 10, JsonNode.Parse("""{"Field":"host-header","HostHeaderConfig":{"Values":["preview.*.test"]}}""")!.AsObject(), (balancers.Green, 1)));
        using var http = new HttpClient();

        Assert.Equal("green", (await AskAsync(http, aws.Listener, 1, "preview.example.test")).Single());
        Assert.Equal("blue", (await AskAsync(http, aws.Listener, 1, "www.example.test")).Single());
    }

    [Fact]
    public async Task A_group_of_unhealthy_targets_still_gets_its_traffic_and_an_empty_one_answers_503()
    {
        await using var blue = new TinySite("blue") { HealthStatus = 500 };
        await using var green = new TinySite("green");
        await using var aws = await StartAsync(blue, green);
        using var http = new HttpClient();

        await Eventually.HoldsAsync(async () => (await AskAsync(http, aws.Listener, 1)).Single() == "blue");
        aws.Blue.Deregister("i-blue", TimeProvider.System);

        await Eventually.HoldsAsync(async () => (await AskAsync(http, aws.Listener, 1)).Single() == "503");
    }

    [Fact]
    public async Task Whoever_holds_the_cookie_stays_though_the_weights_changed()
    {
        await using var blue = new TinySite("blue");
        await using var green = new TinySite("green");
        await using var aws = await StartAsync(blue, green);
        using var sticky = new HttpClient();
        using var other = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        const string Config = ",\"TargetGroupStickinessConfig\":{\"Enabled\":true,\"DurationSeconds\":60}";

        await aws.Command.JsonAsync("elbv2", "modify-listener", "--listener-arn", aws.Listener.Arn, "--default-actions", aws.Forward(1, 0, Config));
        await Eventually.HoldsAsync(async () =>
        {
            using var answer = await sticky.GetAsync(Address(aws.Listener));
            return answer.Headers.Contains("Set-Cookie");
        });
        await aws.Command.JsonAsync("elbv2", "modify-listener", "--listener-arn", aws.Listener.Arn, "--default-actions", aws.Forward(0, 1, Config));

        await Eventually.HoldsAsync(async () => (await AskAsync(other, aws.Listener, 1)).Single() == "green");
        Assert.Equal("blue", (await AskAsync(sticky, aws.Listener, 1)).Single());
    }

    [Fact]
    public async Task A_listener_that_is_added_later_answers_too_and_the_first_one_loses_nothing()
    {
        await using var blue = new TinySite("blue");
        await using var green = new TinySite("green");
        await using var aws = await StartAsync(blue, green);
        using var http = new HttpClient();

        var preview = aws.Balancers.AddListener(aws.Balancer, 0, (aws.Green, 1));

        await Eventually.HoldsAsync(async () =>
        {
            Assert.Equal("blue", (await AskAsync(http, aws.Listener, 1)).Single());
            return await AnswersAsync(preview.Port);
        });
        Assert.Equal("green", (await AskAsync(http, preview, 1)).Single());
    }

    [Fact]
    public async Task A_network_load_balancer_splits_connections()
    {
        await using var blue = new TinySite("blue");
        await using var green = new TinySite("green");
        await using var aws = await TwoColours.StartAsync(Quick);
        var groups = new[] { blue, green }.Select(site =>
        {
            var group = aws.Balancers.AddGroup("net-" + site.Name, network: true);
            group.Register(new Target("i-" + site.Name, site.Port));
            return group;
        }).ToList();
        var listener = aws.Balancers.AddListener(aws.Balancers.Add("net", network: true), 0, (groups[0], 1), (groups[1], 1));
        await aws.Watched.Aws.StartTrafficAsync();
        await aws.Command.JsonAsync("elbv2", "describe-listeners", "--listener-arns", listener.Arn);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        await Eventually.HoldsAsync(async () =>
        {
            using var http = new HttpClient();
            try
            {
                seen.UnionWith(await AskAsync(http, listener, 1));
            }
            catch (HttpRequestException)
            {
                return false; // no target has been checked yet
            }

            return seen.Count == 2;
        });
        Assert.Equal(["blue", "green"], seen.Order(StringComparer.Ordinal));
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private static async Task<TwoColours> StartAsync(TinySite blue, TinySite green, Action<TwoColours>? more = null)
    {
        var aws = await TwoColours.StartAsync(Quick);
        aws.Blue.Register(new Target("i-blue", blue.Port));
        aws.Green.Register(new Target("i-green", green.Port));
        more?.Invoke(aws);
        await aws.Watched.Aws.StartTrafficAsync();
        using var http = new HttpClient();
        await Eventually.HoldsAsync(async () => (await AskAsync(http, aws.Listener, 1)).Single() == "blue" && await HealthyAsync(aws, "i-green"));
        return aws;
    }

    private static async Task<bool> HealthyAsync(TwoColours aws, string id)
    {
        using var client = SdkClients.Balancing(aws.Watched.Aws);
        var health = await client.DescribeTargetHealthAsync(new() { TargetGroupArn = aws.Green.Arn });
        return health.TargetHealthDescriptions.Single(target => target.Target.Id == id).TargetHealth.State == "healthy";
    }

    private static Uri Address(Listener listener) => new($"http://127.0.0.1:{listener.Port}/");

    private static async Task<IReadOnlyList<string>> AskAsync(HttpClient http, Listener listener, int times, string? host = null)
    {
        var answers = new List<string>();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Address(listener)) { Headers = { Host = host } };
            using var answer = await http.SendAsync(request);
            answers.Add(answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : $"{(int)answer.StatusCode}");
        }

        return answers;
    }

    private static async Task<double> CountAsync(TwoColours aws, TargetGroup group, string metric)
    {
        var now = TimeProvider.System.GetUtcNow();
        var query = $$$"""[{"Id":"c","MetricStat":{"Metric":{"Namespace":"AWS/ApplicationELB","MetricName":"{{{metric}}}","Dimensions":[{"Name":"LoadBalancer","Value":"{{{aws.Balancer.Dimension}}}"},{"Name":"TargetGroup","Value":"{{{group.Dimension}}}"}]},"Period":3600,"Stat":"Sum"}}]""";
        var data = await aws.Command.JsonAsync("cloudwatch", "get-metric-data", "--start-time", $"{now.AddHours(-1):o}", "--end-time", $"{now.AddHours(1):o}", "--metric-data-queries", query);
        return data["MetricDataResults"]![0]!["Values"]!.AsArray().Sum(value => (double)value!);
    }
}
