using System.CommandLine;
using System.CommandLine.Parsing;

namespace BlueGreenServerless.Cli.Commands;

internal static class Limits
{
    public static Action<OptionResult> Within(Option<int> option, int least, int most) => result =>
    {
        if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out var value) && value >= least && value <= most))
        {
            result.AddError($"The option '{option.Name}' is '{AppNames.Short(result.Tokens[0].Value)}'; allowed is {least} to {most}.");
        }
    };
}
