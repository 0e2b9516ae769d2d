using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.States;

internal static class StateReader
{
    /// <summary>The state, or null when its type is not known (which is reported).</summary>
    public static State? Read(string name, Fields fields)
    {
        var type = fields.RequiredText("Type");
        State? state = type switch
        {
            "Task" => new TaskState(name, fields),
            "Choice" => new ChoiceState(name, fields),
            "Wait" => new WaitState(name, fields),
            "Map" => new MapState(name, fields),
            "Parallel" => new ParallelState(name, fields),
            "Pass" => new PassState(name, fields),
            "Succeed" => new SucceedState(name, fields),
            "Fail" => new FailState(name, fields),
            _ => null,
        };
        if (state is null)
        {
            fields.Report($"the field 'Type' is '{type}'. Known are Task, Choice, Wait, Map, Parallel, Pass, Succeed and Fail");
        }
        else
        {
            fields.Done();
        }

        return state;
    }
}
