using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>AWS Systems Manager, API version 2014-11-06.</summary>
internal sealed class SystemsManagerService(AwsDoubleOptions options, RunCommand commands, Nodes nodes, Parameters parameters)
{
    public JsonService Service() => new("ssm", "AmazonSSM", "1.1", new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["SendCommand"] = Plain(commands.Send),
        ["ListCommands"] = Plain(List),
        ["ListCommandInvocations"] = Plain(Invocations),
        ["GetCommandInvocation"] = Plain(Invocation),
        ["CancelCommand"] = Plain(Cancel),
        ["DescribeInstanceInformation"] = Plain(Describe),
        ["GetParameter"] = Plain(parameters.Get),
        ["GetParameters"] = Plain(parameters.GetMany),
        ["GetParametersByPath"] = Plain(parameters.GetByPath),
        ["PutParameter"] = Plain(parameters.Put),
    });

    private static Operation Plain(Func<Input, JsonObject> operation) => input => Task.FromResult<JsonObject?>(operation(input));

    private JsonObject List(Input input)
    {
        var all = input.Text("CommandId") is { } id ? [commands.Find(id)] : commands.Commands.Reverse();
        if (input.Text("InstanceId") is { } node)
        {
            all = all.Where(command => command.Invocations.Any(invocation => invocation.Node.Id == node));
        }

        return Page(input, "Commands", [.. all], CommandAnswers.Of);
    }

    private JsonObject Invocations(Input input)
    {
        var all = input.Text("CommandId") is { } id ? [commands.Find(id)] : commands.Commands;
        var rows = from command in all
                   where command.IsSeen
                   from invocation in command.Invocations
                   where input.Text("InstanceId") is not { } node || invocation.Node.Id == node
                   where input.Items("Filters").All(filter => filter.Text("key") != "Status" || CommandStatus.IsIn(invocation, filter.Text("value")))
                   select (command, invocation);
        return Page(input, "CommandInvocations", [.. rows], row => CommandAnswers.Of(row.command, row.invocation, input.Flag("Details") == true));
    }

    private JsonObject Invocation(Input input)
    {
        var command = commands.Find(input.Required("CommandId"));
        var node = input.Required("InstanceId");
        var invocation = command.IsSeen ? command.Invocations.FirstOrDefault(known => known.Node.Id == node) : null;
        return invocation is null ? throw new AwsException("InvocationDoesNotExist", "") : CommandAnswers.Single(command, invocation);
    }

    private JsonObject Cancel(Input input)
    {
        commands.Find(input.Required("CommandId")).Cancel(input.Texts("InstanceIds"));
        return [];
    }

    private JsonObject Describe(Input input)
    {
        var all = nodes.All.Where(node => input.Items("Filters").All(filter => Nodes.Matches(node, filter.Required("Key"), filter.Texts("Values"))));
        return Page(input, "InstanceInformationList", [.. all], node => CommandAnswers.Of(node, options.Clock.GetUtcNow()));
    }

    private JsonObject Page<T>(Input input, string name, IReadOnlyList<T> all, Func<T, JsonObject> describe)
    {
        var (items, next) = Pages.Cut(all, input.Text("NextToken"), options.Page(input.Number("MaxResults", 1, 50) ?? 50));
        var answer = new JsonObject { [name] = new JsonArray([.. items.Select(item => (JsonNode)describe(item))]) };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }
}
