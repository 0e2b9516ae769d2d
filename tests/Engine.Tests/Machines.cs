namespace BlueGreenServerless.Engine.Tests;

/// <summary>Definitions that many tests start from.</summary>
public static class Machines
{
    private const string Resource = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke";

    /// <summary>A machine of one state, which ends it.</summary>
    public static string One(string fields, string machineFields = "") =>
        $$"""{"StartAt": "S", {{machineFields}} "States": {"S": { {{fields}}, "End": true } } }""";

    /// <summary>A Task that calls the function F with its whole input and gives out what F answers.</summary>
    public static string Task(string more = "") => One(
        Resource + "\", \"Parameters\": {\"FunctionName\": \"F\", \"Payload.$\": \"$\"}, \"OutputPath\": \"$.Payload\"" + And(more));

    /// <summary>A Task that waits for the answer to its token.</summary>
    public static string Token(string more = "") => One(
        Resource + ".waitForTaskToken\", \"Parameters\": {\"FunctionName\": \"F\", \"Payload\": {\"token.$\": \"$$.Task.Token\"}}" + And(more));

    /// <summary>A Pass state with these Parameters.</summary>
    public static string Pass(string parameters) => One("\"Type\": \"Pass\", \"Parameters\": " + parameters);

    /// <summary>A Task state by name that calls the function of that name and goes on.</summary>
    public static string Step(string name, string next) =>
        $"\"{name}\": {{{Resource}\", \"Parameters\": {{\"FunctionName\": \"{name}\", \"Payload.$\": \"$\"}}, \"OutputPath\": \"$.Payload\", {next}}}";

    private static string And(string more) => more.Length > 0 ? ", " + more : string.Empty;
}
