using System.Text.RegularExpressions;
using BlueGreenServerless.Cli.Commands;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Running;

/// <summary>
/// The name of the application, read without the rest of the file: abort, rollback and status must work on the night when somebody
/// broke bluegreen.yaml.
/// </summary>
internal static partial class AppOfFile
{
    private const int MostBytes = 1 << 20;

    public static string Read(string file)
    {
        var match = AppLine().Match(Text(file));
        return match.Success ? AppNames.Check(match.Groups["app"].Value) : throw new InvalidRequestException(
            $"The file '{file}' names no application. It needs a line 'app: name' at its left margin. 'bluegreen validate' lists everything that is wrong with it.");
    }

    public static string Text(string file)
    {
        if (Directory.Exists(file) || !File.Exists(file))
        {
            throw new InvalidRequestException(
                $"There is no file '{AppNames.Short(file)}'. bluegreen needs the file that says how your application is released: write one with 'bluegreen init', or name yours with --file.");
        }

        return new FileInfo(file).Length <= MostBytes ? File.ReadAllText(file) : throw new InvalidRequestException(
            $"The file '{file}' has {new FileInfo(file).Length} bytes. A bluegreen.yaml has at most {MostBytes}. Name the right file with --file.");
    }

    [GeneratedRegex(@"^app:[ \t]*[""']?(?<app>[^\s""'#]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AppLine();
}
