namespace BlueGreenServerless.Engine.Tests.Victim;

/// <summary>A machine with every kind of state, and the one it starts.</summary>
public static class VictimMachines
{
    private const string Main = """
        {"StartAt": "First", "States": {
          "First": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "First", "Payload": {} }, "TimeoutSeconds": 60, "ResultPath": null, "Next": "Items"},
          "Items": {"Type": "Map", "ItemsPath": "$.items", "ResultPath": "$.items", "Next": "Shape",
            "ItemProcessor": {"StartAt": "Begin", "States": {
              "Begin": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Begin", "Payload.$": "$"}, "ResultPath": null, "Next": "Flaky"},
              "Flaky": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Flaky", "Payload": {"item.$": "$", "try.$": "$$.State.RetryCount"} }, "OutputPath": "$.Payload", "End": true,
                "Retry": [{"ErrorEquals": ["InvalidOperationException"], "MaxAttempts": 1, "JitterStrategy": "FULL"}]} } } },
          "Shape": {"Type": "Pass", "Result": 0.05, "ResultPath": "$.pause", "Next": "Wait"},
          "Wait": {"Type": "Wait", "SecondsPath": "$.pause", "Next": "Approve"},
          "Approve": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "Parameters": {"FunctionName": "Approve", "Payload": {"token.$": "$$.Task.Token"} }, "ResultPath": "$.approval", "Next": "IsApproved"},
          "IsApproved": {"Type": "Choice", "Choices": [{"Variable": "$.approval", "StringEquals": "approved", "Next": "Inner"}], "Default": "Refused"},
          "Inner": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {"StateMachineArn": "inner", "Name": "child", "Input": {} }, "ResultSelector": {"output.$": "$.Output"}, "ResultPath": "$.inner", "Next": "Both"},
          "Both": {"Type": "Parallel", "ResultPath": "$.both", "Next": "Last", "Branches": [
            {"StartAt": "Left", "States": {"Left": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Left", "Payload": {} }, "OutputPath": "$.Payload", "End": true} } },
            {"StartAt": "Right", "States": {"Right": {"Type": "Pass", "Result": "right", "End": true} } }]},
          "Last": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Last", "Payload": {} }, "ResultPath": null, "End": true},
          "Refused": {"Type": "Fail", "Error": "Refused"} } }
        """;

    private const string Inner = """
        {"StartAt": "Inner", "States": {"Inner": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Inner", "Payload": {} }, "OutputPath": "$.Payload", "End": true} } }
        """;

    /// <summary>One effect, which several processes fight for.</summary>
    private const string Prize = """
        {"StartAt": "Prize", "States": {"Prize": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Prize", "Payload.$": "$$.Execution.Name"}, "End": true} } }
        """;

    public static IReadOnlyCollection<StateMachineDefinition> All { get; } = [Load("main", Main), Load("inner", Inner), Load("prize", Prize)];

    private static StateMachineDefinition Load(string name, string json) =>
        StateMachineDefinition.Load(name, json, new Dictionary<string, string>(StringComparer.Ordinal));
}
