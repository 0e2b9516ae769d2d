using Amazon.Lambda.Core;

namespace BlueGreenServerless.LambdaRuntime;

internal sealed class InvocationContext(string requestId, DateTimeOffset deadline) : ILambdaContext, ILambdaLogger
{
    public string AwsRequestId => requestId;

    public IClientContext? ClientContext => null;

    public string FunctionName { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? "";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => "";

    public ILambdaLogger Logger => this;

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => deadline - DateTimeOffset.UtcNow;

    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => Console.WriteLine(message);
}
