using BlueGreenServerless.SecretSearch;
using BlueGreenServerless.Testing.Secrets;

// begin FOLDER                       makes a mark for the run and keeps it there
// watch FOLDER                       looks at the process list until it is told to end, or its parent has ended
// report FOLDER [--whole] PATH...    searches what was printed and left, and sums up; 1 when anything was found
var record = new SearchRecord(args[1]);
switch (args[0])
{
    case "begin":
        record.Begin(SecretMark.Random());
        return 0;
    case "watch":
        await Watch.RunAsync(record);
        return 0;
    default:
        return new Report(record, isWhole: args.Contains("--whole", StringComparer.Ordinal)).Say([.. args.Skip(2).Where(path => path != "--whole")]);
}
