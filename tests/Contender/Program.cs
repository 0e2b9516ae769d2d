using BlueGreenServerless.Contender;
using BlueGreenServerless.Providers.Local.Store;

// A process that wants the lock of one store. Arguments: directory, owner, and what it does with the lock: works, dies or sleeps.
var contest = new Contest(args[0], args[1], new SqliteReleaseStore(Path.Combine(args[0], "store.db"), TimeProvider.System));
await contest.WaitForStartAsync();
return args[2] switch
{
    "works" => await contest.WorkAsync(),
    "dies" => await contest.DieAsync(),
    "sleeps" => await contest.SleepAsync(),
    _ => throw new InvalidOperationException($"There is no way '{args[2]}'; there are works, dies and sleeps."),
};
