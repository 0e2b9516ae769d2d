namespace BlueGreenServerless.Cli.Output;

public sealed class JsonOutput(TextWriter output) : CommandOutput
{
    public override bool IsJson => true;

    public override bool IsTerminal => false;

    public override void Answer(object document, string text) => Write(Json(document, indented: true));

    public override void Happened(string kind, object data, string text) => Write(Json(new { kind, data, text }, indented: false));

    public override void Advise(string text)
    {
        // a program reads the documents, not the advice
    }

    public override void Fail(object document, string text) => Write(Json(document, indented: false));

    private void Write(string json)
    {
        output.WriteLine(json);
        output.Flush();
    }
}
