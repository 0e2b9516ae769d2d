using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Events;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Clouds.Aws.S3;

namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>Sends commands to nodes and keeps what became of them.</summary>
public sealed class RunCommand(AwsDoubleOptions options, EventBus events, Storage storage, Nodes nodes)
{
    private readonly ConcurrentQueue<RunningCommand> commands = new();
    private long sent;

    public IReadOnlyList<RunningCommand> Commands => [.. commands];

    /// <summary>Ends what still runs.</summary>
    internal Task StopAsync()
    {
        foreach (var invocation in commands.SelectMany(command => command.Invocations))
        {
            invocation.Cancelled.Cancel();
        }

        return Task.WhenAll(commands.Select(command => command.Done));
    }

    internal JsonObject Send(Input input)
    {
        Check(input);
        var (ids, targets) = (input.Texts("InstanceIds"), input.Items("Targets"));
        var chosen = ids.Count > 0 ? nodes.Named(ids) : nodes.Targeted(targets);
        var command = new RunningCommand(RequestIds.Of(Interlocked.Increment(ref sent), 'c'), input, chosen, options);
        commands.Enqueue(command);
        command.Start(invocation => Ended(command, invocation));
        return new JsonObject { ["Command"] = CommandAnswers.Of(command) };
    }

    internal RunningCommand Find(string id) => commands.FirstOrDefault(command => command.Id == id) ?? throw new AwsException("InvalidCommandId", "");

    private static void Check(Input input)
    {
        if (input.Required("DocumentName") != "AWS-RunShellScript")
        {
            throw new AwsException("InvalidDocument", $"Document with name {input.Text("DocumentName")} does not exist.");
        }

        var (ids, targets) = (input.Texts("InstanceIds"), input.Items("Targets"));
        if (ids.Count > 50 || targets.Count > 5 || (ids.Count == 0) == (targets.Count == 0) || targets.Any(target => target.Texts("Values").Count > 50))
        {
            throw AwsException.Invalid("Specify up to 50 instance ids or up to 5 targets with up to 50 values");
        }

        _ = input.Number("TimeoutSeconds", 30, 2592000);
        if (input.Text("Comment") is { Length: > 100 })
        {
            throw AwsException.Invalid("1 validation error detected: Value at 'comment' failed to satisfy constraint: Member must have length less than or equal to 100");
        }

        CheckParameters(input.Item("Parameters")?.Fields ?? []);
    }

    private static void CheckParameters(JsonObject parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (value is not JsonArray list || list.Any(item => item?.GetValueKind() != JsonValueKind.String))
            {
                throw new AwsException("SerializationException", "Start of list or string expected");
            }

            if (name is not ("commands" or "workingDirectory" or "executionTimeout"))
            {
                throw new AwsException("InvalidParameters", $"Parameter {name} is not defined in the document.");
            }
        }

        if (parameters["commands"] is not JsonArray { Count: > 0 })
        {
            throw new AwsException("InvalidParameters", "Document AWS-RunShellScript requires the parameter commands.");
        }
    }

    private void Ended(RunningCommand command, Invocation invocation)
    {
        if (command.Request["OutputS3BucketName"]?.ToString() is { } bucket && invocation.Started is not null)
        {
            var folder = string.Join('/', new[] { command.Request["OutputS3KeyPrefix"]?.ToString().Trim('/') ?? "", command.Id, invocation.Node.Id }.Where(part => part.Length > 0));
            Write(bucket, $"{folder}/awsrunShellScript/0.awsrunShellScript/stdout", invocation.Output);
            Write(bucket, $"{folder}/awsrunShellScript/0.awsrunShellScript/stderr", invocation.Error);
        }

        events.Publish("aws.ssm", "EC2 Command Invocation Status-change Notification", [$"arn:aws:ec2:{options.Region}:{options.Account}:instance/{invocation.Node.Id}"], new JsonObject
        {
            ["command-id"] = command.Id, ["document-name"] = "AWS-RunShellScript", ["instance-id"] = invocation.Node.Id,
            ["requested-date-time"] = XmlText.Time(command.Requested), ["status"] = invocation.Status,
        });
    }

    private void Write(string bucket, string key, string text)
    {
        if (text.Length > 0)
        {
            storage[bucket].Put(key, Encoding.UTF8.GetBytes(text), new Dictionary<string, string>(StringComparer.Ordinal), new WriteCondition(null, null));
        }
    }
}
