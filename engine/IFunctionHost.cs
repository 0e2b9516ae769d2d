using System.Text.Json;

namespace BlueGreenServerless.Engine;

/// <summary>Where the functions of the Task states run.</summary>
public interface IFunctionHost
{
    /// <summary>
    /// Runs a function. A thrown exception fails the Task with the exception's class name as Error and
    /// <c>{"errorType": ..., "errorMessage": ...}</c> as Cause, which is what the .NET Lambda runtime reports.
    /// </summary>
    /// <param name="functionName">FunctionName of the Task's Parameters, as it is.</param>
    /// <param name="cancellationToken">Cancelled when the Task times out or its execution is stopped.</param>
    Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken);
}
