using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Cdk.Machines;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;

namespace BlueGreenServerless.Cdk.Tests;

public sealed class FunctionTests
{
    private static readonly JsonNode _template = Synthesis.Once.Release;
    private static readonly IReadOnlyList<KeyValuePair<string, JsonNode>> _functions = [.. _template.Resources("AWS::Lambda::Function")];

    [Fact]
    public void There_is_one_function_per_stage_and_provider_one_per_trigger_and_the_probe()
    {
        var expected = StageCatalog.All.SelectMany(stage => stage.Scope == StageScope.None
                ? [stage.FunctionName("bluegreen", null)]
                : Synthesis.Once.Rights.ProvidersOf(stage.Scope).Select(provider => stage.FunctionName("bluegreen", provider)))
            .Concat(TriggerCatalog.All.Select(trigger => "bluegreen-" + trigger.Name)).Append("bluegreen-ProbeTargets");

        Assert.Equal(expected.Order(StringComparer.Ordinal), _functions.Select(Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_function_has_its_own_role()
    {
        var roles = _functions.Select(function => Assert.Single(function.Value.Property("Role").References())).ToList();

        Assert.Equal(_functions.Count, roles.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_function_runs_dotnet10_traced_with_a_log_that_ends() => Assert.All(_functions, function =>
    {
        Assert.Equal("dotnet10", (string?)function.Value.Property("Runtime"));
        Assert.Equal("Active", (string?)function.Value.Property("TracingConfig")!["Mode"]);
        var log = Assert.Single(function.Value.Property("LoggingConfig").References());
        Assert.True((int)_template["Resources"]![log]!.Property("RetentionInDays")! > 0);
    });

    [Fact]
    public void Every_handler_loads_from_the_published_package()
    {
        var folder = Synthesis.Once.Package;
        var context = new AssemblyLoadContext("package", isCollectible: false);
        context.Resolving += (_, name) => File.Exists(Path.Combine(folder, name.Name + ".dll")) ? context.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll")) : null;

        Assert.All(_functions, function =>
        {
            var parts = ((string)function.Value.Property("Handler")!).Split("::");
            var type = context.LoadFromAssemblyPath(Path.Combine(folder, parts[0] + ".dll")).GetType(parts[1], throwOnError: true)!;
            Assert.NotNull(type.GetMethod(parts[2], BindingFlags.Public | BindingFlags.Instance));
            Assert.NotNull(type.GetConstructor(Type.EmptyTypes));
        });
    }

    [Fact]
    public void The_package_is_at_most_6_MiB_zipped()
    {
        var size = FunctionsPackage.ZipSize(Synthesis.Once.Package);
        TestContext.Current.TestOutputHelper!.WriteLine($"[PRINT] functions package, zipped: {size / 1024.0 / 1024:F2} MiB");

        Assert.InRange(size, 1, 6 * 1024 * 1024);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("rollback")]
    [InlineData("standby")]
    public void Every_machine_may_invoke_exactly_the_functions_it_names(string name)
    {
        var machine = Machine(name);
        var role = Assert.Single(machine.Property("RoleArn").References());
        var allowed = _template.StatementsOf(role).Where(statement => statement["Action"].Texts().Contains("lambda:InvokeFunction"))
            .SelectMany(statement => statement["Resource"].References()).Select(id => Name(new(id, _template["Resources"]![id]!)));

        var stages = MachineDefinition.Read(Path.Combine(RepositoryRoot.Find(), "statemachine", $"{name}.asl.json")).Stages;
        var named = _functions.Select(Name).Where(function => stages.Any(stage => Regex.IsMatch(function, $"^bluegreen-{stage}(-|$)", RegexOptions.None, TimeSpan.FromSeconds(1))));
        Assert.NotEmpty(stages);
        Assert.Equal(named.Order(StringComparer.Ordinal), allowed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("release")]
    [InlineData("rollback")]
    [InlineData("standby")]
    public void Every_substitution_of_a_definition_is_given(string name)
    {
        var needed = MachineDefinition.Read(Path.Combine(RepositoryRoot.Find(), "statemachine", $"{name}.asl.json")).Substitutions;

        Assert.NotEmpty(needed);
        Assert.Equal(needed.Order(StringComparer.Ordinal), Machine(name).Property("DefinitionSubstitutions")!.AsObject().Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }

    /// <summary>The definitions name functions by the provider of a port: each that serves the port must be there.</summary>
    [Theory]
    [InlineData("release")]
    [InlineData("rollback")]
    [InlineData("standby")]
    public void Every_function_that_a_state_may_name_exists(string name)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "statemachine", $"{name}.asl.json"));
        var named = Regex.Matches(text, @"\$\{FunctionPrefix\}-(?<stage>[A-Za-z]+)(-\{\}', \$\.target\.(?<port>[a-z]+)\.provider)?", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).SelectMany(state =>
            state.Groups["port"].Success
                ? Synthesis.Once.Rights.ProvidersOf(Enum.Parse<StageScope>(state.Groups["port"].Value, ignoreCase: true)).Select(provider => $"bluegreen-{state.Groups["stage"].Value}-{provider}")
                : [$"bluegreen-{state.Groups["stage"].Value}"]).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(_functions.Select(Name), StringComparer.Ordinal));
    }

    private static JsonNode Machine(string name) =>
        _template.Resources("AWS::StepFunctions::StateMachine").Single(machine => (string?)machine.Value.Property("StateMachineName") == $"bluegreen-{name}").Value;

    private static string Name(KeyValuePair<string, JsonNode> function) => (string)function.Value.Property("FunctionName")!;
}
