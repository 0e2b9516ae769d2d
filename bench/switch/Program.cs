using System.CommandLine;
using BlueGreenServerless.Bench.Switch;

var cycles = new Option<int>("--cycles") { Description = "Switch-and-rollback cycles of each way that uses the runtime map.", DefaultValueFactory = _ => 100 };
var reloads = new Option<int>("--reloads") { Description = "Switch-and-rollback cycles of the way that reloads.", DefaultValueFactory = _ => 20 };
var rate = new Option<int>("--rate") { Description = "Requests per second of the keep-alive and new-connection workers.", DefaultValueFactory = _ => 3300 };
var json = new Option<bool>("--json") { Description = "Print the results as JSON." };

var root = new RootCommand("Measures how fast traffic moves from one colour to the other, and that nothing is lost.") { cycles, reloads, rate, json };
root.SetAction(async (parsed, cancellationToken) =>
{
    var settings = new BenchSettings(parsed.GetValue(cycles), parsed.GetValue(reloads), parsed.GetValue(rate));
    var result = await SwitchBench.RunAsync(settings, cancellationToken);
    Console.WriteLine(parsed.GetValue(json) ? result.ToJson() : result.ToText());
    return result.Faults.Count == 0 ? 0 : 2;
});
return await root.Parse(args).InvokeAsync();
