using System.Text.Json.Nodes;

namespace BlueGreenServerless.StateMachine.Tests.Differential;

/// <summary>
/// Makes random machines and inputs from a seed. The document always has the fields id, n, s, b, list and o, so that every path finds
/// something; results go into new fields. Where the other interpreter is known to differ from Step Functions nothing is generated:
/// <list type="bullet">
/// <item>Is... operators with false: it takes them for never true.</item>
/// <item>Comparisons of values of different types: it compares as JavaScript does.</item>
/// <item>States.TaskFailed in a Map or Parallel: it lets only Tasks match.</item>
/// <item>A ResultPath that is written as $: it makes a field of that name. Left out, which means the same, it replaces the document.</item>
/// <item>Paths that find nothing: it says States.Runtime where Step Functions says States.ParameterPathFailure.</item>
/// <item>$$.Map.Item inside an iteration and $$.State: it knows them in ItemSelector, or not at all.</item>
/// <item>Retrying a Map or Parallel whose functions count their calls: it lets queued items start after another one has failed.</item>
/// <item>Events that come late from a branch are lost when the outer machine has ended: every graph ends with a Wait.</item>
/// </list>
/// </summary>
public sealed class CaseGenerator
{
    private static readonly string[] Errors = ["ProviderUnavailableException", "ArtifactRefusedException", "LockLostException"];

    private readonly Random random;
    private readonly Dictionary<string, FunctionPlan> functions = new(StringComparer.Ordinal);
    private readonly List<string> waits = [];
    private readonly List<string> retried = [];
    private readonly RuleGenerator rules;
    private int graphs;

    private CaseGenerator(int seed)
    {
        random = new Random(seed);
        rules = new RuleGenerator(random);
    }

    public static Case Make(int seed)
    {
        var generator = new CaseGenerator(seed);
        var definition = generator.Graph(depth: 0, mayFail: true, mayCount: true);
        return new Case(definition, generator.Input(), generator.functions, generator.waits, generator.retried);
    }

    private JsonObject Input() => new()
    {
        ["id"] = "root",
        ["n"] = random.Next(-3, 4),
        ["s"] = Pick("blue", "green", "v1.2-rc", "a*b"),
        ["b"] = random.Next(2) == 0,
        ["list"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (JsonNode)random.Next(-3, 4))]),
        ["o"] = new JsonObject { ["p"] = new JsonObject { ["q"] = random.Next(9) }, ["t"] = "2026-01-31T12:00:00Z" },
    };

    /// <summary>States that lead forward only, each to the next one or further, and a Wait at the end.</summary>
    private JsonObject Graph(int depth, bool mayFail, bool mayCount)
    {
        var prefix = "G" + (char)('a' + (graphs++ % 26)) + new string('x', graphs / 26);
        var length = random.Next(2, depth == 0 ? 8 : 4);
        var states = new JsonObject();
        for (var i = 0; i < length; i++)
        {
            var name = $"{prefix}{i}";
            var later = Enumerable.Range(i + 1, length - i).Select(index => $"{prefix}{index}").ToArray();
            states[name] = State(name, later, depth, mayFail, mayCount);
        }

        waits.Add($"{prefix}{length}");
        states[$"{prefix}{length}"] = new JsonObject { ["Type"] = "Wait", ["Seconds"] = 1, ["End"] = true };
        return new JsonObject { ["StartAt"] = $"{prefix}0", ["States"] = states };
    }

    private JsonObject State(string name, string[] later, int depth, bool mayFail, bool mayCount) => random.Next(depth < 2 ? 12 : 8) switch
    {
        0 or 1 => Pass(name, later),
        2 or 3 => Choice(later, mayFail),
        4 => Wait(name, later),
        5 or 6 => TaskState(name, later, mayFail, mayCount),
        7 => mayFail && random.Next(4) == 0 ? Fail(name) : Pass(name, later),
        8 or 9 or 10 => Map(name, later, depth, mayFail, mayCount),
        _ => Parallel(name, later, depth, mayFail, mayCount),
    };

    private JsonObject Pass(string name, string[] later)
    {
        var state = new JsonObject { ["Type"] = "Pass", ["ResultPath"] = Place(name), ["Next"] = Pick(later) };
        switch (random.Next(4))
        {
            case 0:
                state["Result"] = new JsonObject { ["fixed"] = random.Next(100), ["list"] = new JsonArray(1, "two", null, true) };
                break;
            case 1:
                state["InputPath"] = Pick("$.o", "$.list", "$.o.p", "$.n", "$.list[0]", "$.o['p']");
                break;
            case 2:
                state["Parameters"] = new JsonObject { ["kept"] = Words(), ["v.$"] = Expression(), ["deep"] = new JsonObject { ["w.$"] = Expression() } };
                break;
            default:
                state.Remove("ResultPath");
                state["Parameters"] = Rebuilt(Pick("$.n", "States.MathAdd($.n, 2)", "States.ArrayLength($.list)"));
                break;
        }

        return state;
    }

    private JsonObject Choice(string[] later, bool mayFail)
    {
        var state = new JsonObject
        {
            ["Type"] = "Choice",
            ["Choices"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)rules.Make(Pick(later)))]),
        };
        if (!mayFail || random.Next(8) > 0)
        {
            state["Default"] = Pick(later);
        }

        return state;
    }

    private JsonObject Wait(string name, string[] later)
    {
        waits.Add(name);
        var state = new JsonObject { ["Type"] = "Wait", ["Next"] = Pick(later) };
        switch (random.Next(3))
        {
            case 0:
                state["Seconds"] = random.Next(2);
                break;
            case 1:
                state["SecondsPath"] = "$.o.p.q";
                break;
            default:
                state["TimestampPath"] = "$.o.t";
                break;
        }

        return state;
    }

    private JsonObject TaskState(string name, string[] later, bool mayFail, bool mayCount)
    {
        var failures = !mayFail || random.Next(2) == 0 ? 0 : mayCount ? random.Next(1, 5) : 99;
        functions[name] = new FunctionPlan(failures, Pick(Errors));
        var state = new JsonObject
        {
            ["Type"] = "Task",
            ["Resource"] = "arn:aws:states:::lambda:invoke",
            ["Parameters"] = new JsonObject { ["FunctionName"] = name, ["Payload.$"] = "$" },
            ["ResultPath"] = Pick(Place(name), "$.o.p.r"),
            ["TimeoutSeconds"] = 30,
            ["Next"] = Pick(later),
        };
        if (random.Next(2) == 0)
        {
            state["ResultSelector"] = new JsonObject { ["code.$"] = "$.StatusCode", ["n.$"] = "$.Payload.n", ["first.$"] = "$.Payload.list[0]" };
        }

        AddRetry(name, state, "States.TaskFailed");
        AddCatch(name, state, later, "States.TaskFailed");
        return state;
    }

    private JsonObject Fail(string name) => new() { ["Type"] = "Fail", ["Error"] = Pick(Errors), ["Cause"] = $"{name} says so" };

    private JsonObject Map(string name, string[] later, int depth, bool mayFail, bool mayCount)
    {
        var isRetried = random.Next(3) == 0;
        var state = new JsonObject
        {
            ["Type"] = "Map",
            ["ItemsPath"] = "$.list",
            [Pick("ItemSelector", "Parameters")] = Rebuilt("$$.Map.Item.Value", $"States.Format('{{}}/{name}/{{}}', $.id, $$.Map.Item.Index)"),
            ["MaxConcurrency"] = random.Next(4),
            ["ResultPath"] = Place(name),
            ["Next"] = Pick(later),
        };
        if (isRetried)
        {
            AddRetry(name, state, Errors[0]);
        }

        AddCatch(name, state, later, Errors[1]);
        state[Pick("ItemProcessor", "Iterator")] = UniformlyFailing(depth, mayFail, mayCount && !isRetried);
        return state;
    }

    /// <summary>All items run the same states on documents of their own; which of them fails first must not be seen in the error.</summary>
    private JsonObject UniformlyFailing(int depth, bool mayFail, bool mayCount)
    {
        var before = functions.Keys.ToHashSet(StringComparer.Ordinal);
        var failing = mayFail && random.Next(3) == 0;
        var graph = Graph(depth + 1, failing, mayCount && !failing);
        return failing ? SameError(graph, functions.Keys.Where(name => !before.Contains(name)).ToArray()) : graph;
    }

    private JsonObject SameError(JsonObject graph, string[] inside)
    {
        // one failing state at most: the rest is made to succeed
        foreach (var name in inside.Skip(1))
        {
            functions[name] = functions[name] with { Failures = 0 };
        }

        return Without(graph);
    }

    /// <summary>Fail states and Choices without a default could be a second way to fail.</summary>
    private JsonObject Without(JsonObject graph)
    {
        var states = graph["States"]!.AsObject();
        foreach (var (name, node) in states.ToArray())
        {
            var state = node!.AsObject();
            if (state["Type"]!.GetValue<string>() == "Fail")
            {
                states[name] = new JsonObject { ["Type"] = "Succeed" };
            }
            else if (state["Type"]!.GetValue<string>() == "Choice" && !state.ContainsKey("Default"))
            {
                state["Default"] = states.Last().Key;
            }

            foreach (var inner in Inner(state))
            {
                Without(inner);
            }
        }

        return graph;
    }

    private static IEnumerable<JsonObject> Inner(JsonObject state) =>
        new[] { state["ItemProcessor"], state["Iterator"] }.Concat(state["Branches"]?.AsArray() ?? []).OfType<JsonObject>();

    private JsonObject Parallel(string name, string[] later, int depth, bool mayFail, bool mayCount)
    {
        // at most one branch may fail, so that it is clear which error comes out
        var isRetried = random.Next(3) == 0;
        var count = random.Next(1, 4);
        var failing = mayFail ? random.Next(count + 2) : -1;
        var state = new JsonObject { ["Type"] = "Parallel", ["ResultPath"] = Place(name), ["Next"] = Pick(later) };
        if (isRetried)
        {
            AddRetry(name, state, Errors[0]);
        }

        AddCatch(name, state, later, Errors[1]);
        state["Branches"] = new JsonArray([.. Enumerable.Range(0, count)
            .Select(index => (JsonNode)(index == failing ? UniformlyFailing(depth, true, mayCount && !isRetried) : Graph(depth + 1, false, false)))]);
        return state;
    }

    private void AddRetry(string name, JsonObject state, string other)
    {
        if (random.Next(2) == 0)
        {
            retried.Add(name);
            state["Retry"] = new JsonArray(
                new JsonObject { ["ErrorEquals"] = new JsonArray(Errors[0]), ["MaxAttempts"] = random.Next(3), ["BackoffRate"] = 1.5 },
                new JsonObject { ["ErrorEquals"] = new JsonArray(Pick(other, "States.ALL")), ["IntervalSeconds"] = 2, ["MaxAttempts"] = random.Next(3) });
        }
    }

    private void AddCatch(string name, JsonObject state, string[] later, string other)
    {
        if (random.Next(2) == 0)
        {
            state["Catch"] = new JsonArray(
                new JsonObject { ["ErrorEquals"] = new JsonArray(Errors[2]), ["ResultPath"] = Place(name), ["Next"] = Pick(later) },
                new JsonObject { ["ErrorEquals"] = new JsonArray(Pick(other, Errors[0])), ["ResultPath"] = "$.failure", ["Next"] = Pick(later) });
        }
    }

    /// <summary>The whole document again, with another n.</summary>
    private static JsonObject Rebuilt(string n, string id = "$.id") => new()
    {
        ["id.$"] = id, ["n.$"] = n, ["s.$"] = "$.s", ["b.$"] = "$.b", ["list.$"] = "States.Array($.n, 1)", ["o.$"] = "$.o",
    };

    private static string Place(string name) => "$.x" + name;

    private string Words() => Pick("plain", "$.n", "üñí \"quoted\"", "");

    private string Expression() => Pick(
        "$.n", "$.o", "$.list", "$.list[0]", "States.Format('{}-{}', $.s, $.n)", "States.JsonToString($.o)", "States.Array($.n, $.s, 'x')",
        "States.ArrayLength($.list)", "States.MathAdd($.n, -5)", "States.ArrayUnique($.list)", "States.ArrayContains($.list, 1)",
        "States.ArrayPartition($.list, 2)", "States.ArrayRange(1, 9, 3)", "States.StringToJson(States.JsonToString($.list))",
        "States.Base64Encode($.s)", "States.Hash($.s, 'SHA-256')", "States.StringSplit('a,b,c', ',')", "States.ArrayGetItem($.list, 0)");

    private T Pick<T>(params T[] of) => of[random.Next(of.Length)];
}
