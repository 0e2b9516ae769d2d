using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.AwsStand.Rights;

/// <summary>Which rights a call needs (service authorization reference).</summary>
internal static class NeededRights
{
    public static IEnumerable<NeededRight> Of(Exchange exchange, AwsDouble aws) => exchange.Service switch
    {
        "s3" => [OfStorage(exchange)],
        "elasticloadbalancing" => OfBalancing(exchange),
        "monitoring" => [new NeededRight($"cloudwatch:{exchange.Operation}", "*")],
        "ssm" => OfSystems(exchange, JsonNode.Parse(exchange.Request.Body)!.AsObject(), aws),
        "states" => [OfStates(exchange, JsonNode.Parse(exchange.Request.Body)!)],
        "autoscaling" => [OfScaling(exchange, aws)],
        _ => [new NeededRight($"{exchange.Service}:{exchange.Operation}", "*")],
    };

    private static NeededRight OfStorage(Exchange exchange)
    {
        var path = exchange.Request.Path.TrimStart('/');
        var versioned = exchange.Request.Parameter("versionId") is not null;
        return exchange.Operation switch
        {
            "ListObjectsV2" or "ListObjects" => new NeededRight("s3:ListBucket", $"arn:aws:s3:::{path.TrimEnd('/')}"),
            "GetObject" or "HeadObject" => new NeededRight(versioned ? "s3:GetObjectVersion" : "s3:GetObject", $"arn:aws:s3:::{path}"),
            var other => new NeededRight($"s3:{other}", $"arn:aws:s3:::{path}"),
        };
    }

    private static IEnumerable<NeededRight> OfBalancing(Exchange exchange)
    {
        var form = QueryForm.Read(exchange.Request.Text);
        var written = form["ListenerArn"]?.ToString() ?? form["RuleArn"]?.ToString();
        return [new NeededRight($"elasticloadbalancing:{exchange.Operation}", exchange.Operation.StartsWith("Modify", StringComparison.Ordinal) ? written! : "*")];
    }

    private static NeededRight OfStates(Exchange exchange, JsonNode request) => new(
        $"states:{exchange.Operation}", request["stateMachineArn"]?.ToString() ?? request["executionArn"]?.ToString() ?? "*");

    private static IEnumerable<NeededRight> OfSystems(Exchange exchange, JsonObject request, AwsDouble aws)
    {
        var account = $"{aws.Options.Region}:{aws.Options.Account}";
        if (exchange.Operation == "GetParameter")
        {
            return [new NeededRight("ssm:GetParameter", $"arn:aws:ssm:{account}:parameter{request["Name"]}")];
        }

        if (exchange.Operation != "SendCommand")
        {
            return [new NeededRight($"ssm:{exchange.Operation}", "*")];
        }

        // Run Command asks for the document and for every node
        var nodes = aws.RunCommand.Commands.Where(command => exchange.Answer.Text.Contains(command.Id, StringComparison.Ordinal))
            .SelectMany(command => command.Invocations).Select(invocation => invocation.Node);
        return
        [
            new NeededRight("ssm:SendCommand", $"arn:aws:ssm:{aws.Options.Region}::document/{request["DocumentName"]}"),
            .. nodes.Select(node => new NeededRight(
                "ssm:SendCommand",
                node.Id.StartsWith("mi-", StringComparison.Ordinal) ? $"arn:aws:ssm:{account}:managed-instance/{node.Id}" : $"arn:aws:ec2:{account}:instance/{node.Id}",
                node.Tags.ToDictionary(tag => $"ssm:resourceTag/{tag.Key}", tag => tag.Value, StringComparer.Ordinal))),
        ];
    }

    private static NeededRight OfScaling(Exchange exchange, AwsDouble aws)
    {
        var group = QueryForm.Read(exchange.Request.Text)["AutoScalingGroupName"];
        var tags = aws.ScalingGroups.All.FirstOrDefault(known => known.Name == group?.ToString())?.Tags.ToDictionary(tag => $"aws:ResourceTag/{tag.Key}", tag => tag.Value, StringComparer.Ordinal) ?? [];
        return new NeededRight(
            $"autoscaling:{exchange.Operation}",
            group is null ? "*" : $"arn:aws:autoscaling:{aws.Options.Region}:{aws.Options.Account}:autoScalingGroup:00000000-0000-4000-8000-000000000000:autoScalingGroupName/{group}",
            tags);
    }
}
