using System.Globalization;
using System.Text.Json;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Engine.Tests.Victim;

// arguments: the journal, the file that functions write their effects into, the commit and the effect at which to be killed (0: never)
var (journal, effects) = (args[0], args[1]);
var (killAtCommit, killAtEffect) = (int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
var commits = 0;
EmbeddedEngine? engine = null;
engine = new EmbeddedEngine(new EngineOptions
{
    JournalPath = journal,
    Definitions = VictimMachines.All,
    Functions = new VictimFunctions(effects, killAtEffect, () => engine!),
    NextRandom = () => 0,
    Committed = () => Death.ComeIf(++commits == killAtCommit),
});
await engine.ResumeAsync(CancellationToken.None);
await engine.StartAsync("main", "one", JsonElement.Parse("""{"items":[1,2]}"""), CancellationToken.None);
foreach (var execution in await engine.ListAsync(limit: 1000))
{
    await engine.WaitAsync(execution.Machine, execution.Name, CancellationToken.None);
}

var ended = await engine.DescribeAsync("main", "one");
Console.WriteLine($"{ended!.Status.Word()} {ended.Output?.GetRawText()} {ended.Error} {ended.Cause}");
Console.WriteLine(commits);
await engine.DisposeAsync();
