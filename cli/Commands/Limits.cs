using System.CommandLine;
using System.CommandLine.Parsing;

namespace BlueGreenServerless.Cli.Commands;

internal static class Limits
{
    public static Action<OptionResult> Within(Option<int> option, int least, int most) => result =>
    {
        if (result.Errors.Any() || result.GetValue(option) is var value && value >= least && value <= most)
        {
            return;
        }

        result.AddError($"The option '{option.Name}' is '{result.GetValue(option)}'; allowed is {least} to {most}.");
    };
}
