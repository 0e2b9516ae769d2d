using System.Text.Json;
using BlueGreenServerless.Engine.Documents;

namespace BlueGreenServerless.Engine.Language;

/// <summary>One entry of Catch.</summary>
internal sealed class Catcher
{
    private readonly ResultPath resultPath;

    private Catcher(Fields fields)
    {
        ErrorEquals = ErrorList.Read(fields);
        Next = fields.RequiredText("Next");
        resultPath = ResultPath.Read(fields);
        fields.Done();
    }

    public IReadOnlyList<string> ErrorEquals { get; }

    public string Next { get; }

    public static Catcher Read(Fields fields) => new(fields);

    public bool Takes(string error) => ErrorEquals.Any(pattern => ErrorNames.Takes(pattern, error));

    public JsonElement Output(JsonElement rawInput, StateFailedException failure) => resultPath.Apply(rawInput, JsonText.Object(
        ("Error", JsonText.String(failure.Error)), ("Cause", JsonText.String(failure.Cause))));
}
