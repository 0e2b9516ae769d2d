namespace Amazon.Lambda.Core;

/// <summary>Writes a line to the function's log; to the console outside of Lambda.</summary>
public static class LambdaLogger
{
    // The runtime replaces this field by reflection to send lines to the log: its name and type are part of the contract
    private static Action<string> _loggingAction = Console.WriteLine;

    public static void Log(string message) => _loggingAction(message);
}
