namespace BlueGreenServerless.Cli.Output;

public sealed class TextOutput(TextWriter output, TextWriter error) : CommandOutput
{
    public override bool IsJson => false;

    public override bool IsTerminal => !Console.IsOutputRedirected;

    public override void Answer(object document, string text) => Write(output, text);

    public override void Happened(string kind, object data, string text) => Write(output, text);

    public override void Advise(string text) => Write(output, text);

    public override void Fail(object document, string text) => Write(error, text);

    private static void Write(TextWriter writer, string text)
    {
        writer.WriteLine(text.TrimEnd('\n'));
        writer.Flush();
    }
}
