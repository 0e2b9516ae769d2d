namespace BlueGreenServerless.Engine.Resources;

/// <summary>What a Task that starts an execution waits for.</summary>
internal enum SyncMode
{
    /// <summary>Nothing: it is done when the execution has started.</summary>
    Started,

    /// <summary>The end; the output comes as text (<c>.sync</c>).</summary>
    EndedWithText,

    /// <summary>The end; the output comes as JSON (<c>.sync:2</c>).</summary>
    EndedWithJson,
}
