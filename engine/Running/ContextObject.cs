using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Journals;

namespace BlueGreenServerless.Engine.Running;

/// <summary>What <c>$$</c> finds.</summary>
internal static class ContextObject
{
    public static JsonElement Make(ExecutionRun run, Position at, MapItem? item) => JsonText.Build(writer =>
    {
        writer.WriteStartObject();
        WriteExecution(writer, run);
        writer.WriteStartObject("State");
        writer.WriteString("EnteredTime", Stamp.Short(at.Entered));
        writer.WriteString("Name", at.State);
        writer.WriteNumber("RetryCount", at.Retries.Sum());
        writer.WriteEndObject();
        writer.WriteStartObject("StateMachine");
        writer.WriteString("Id", Arns.StateMachine(run.Machine));
        writer.WriteString("Name", run.Machine);
        writer.WriteEndObject();
        WriteTaskAndItem(writer, at, item);
        writer.WriteEndObject();
    });

    private static void WriteExecution(Utf8JsonWriter writer, ExecutionRun run)
    {
        writer.WriteStartObject("Execution");
        writer.WriteString("Id", Arns.Execution(run.Machine, run.Name));
        writer.WritePropertyName("Input");
        run.Input.WriteTo(writer);
        writer.WriteString("Name", run.Name);
        writer.WriteString("StartTime", Stamp.Short(run.Started));
        writer.WriteEndObject();
    }

    private static void WriteTaskAndItem(Utf8JsonWriter writer, Position at, MapItem? item)
    {
        if (at.Token is { } token)
        {
            writer.WriteStartObject("Task");
            writer.WriteString("Token", token);
            writer.WriteEndObject();
        }

        if (item is not null)
        {
            writer.WriteStartObject("Map");
            writer.WriteStartObject("Item");
            writer.WriteNumber("Index", item.Index);
            writer.WritePropertyName("Value");
            item.Value.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }
}
