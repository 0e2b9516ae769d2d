using Amazon.StepFunctions.Model;
using AwsPackages.Wire;

namespace Amazon.StepFunctions;

/// <summary>How AWS Step Functions is spoken to.</summary>
internal static class StepFunctionsService
{
    public static readonly ServiceDescription Description = new()
    {
        ServiceId = "SFN",
        EndpointPrefix = "states",
        ApiVersion = "2016-11-23",
        ClientNamespace = "Amazon.StepFunctions",
        TargetPrefix = "AWSStepFunctions",
        JsonVersion = "1.0",
        CamelCase = true,
        OtherError = (m, e, t, c, r, s) => new AmazonStepFunctionsException(m, e, t, c, r, s),
        Errors = new Dictionary<string, ExceptionFactory>(StringComparer.Ordinal)
        {
            ["ExecutionAlreadyExists"] = (m, e, t, c, r, s) => new ExecutionAlreadyExistsException(m, e, t, c, r, s),
            ["ExecutionDoesNotExist"] = (m, e, t, c, r, s) => new ExecutionDoesNotExistException(m, e, t, c, r, s),
            ["ExecutionLimitExceeded"] = (m, e, t, c, r, s) => new ExecutionLimitExceededException(m, e, t, c, r, s),
            ["InvalidArn"] = (m, e, t, c, r, s) => new InvalidArnException(m, e, t, c, r, s),
            ["InvalidExecutionInput"] = (m, e, t, c, r, s) => new InvalidExecutionInputException(m, e, t, c, r, s),
            ["InvalidName"] = (m, e, t, c, r, s) => new InvalidNameException(m, e, t, c, r, s),
            ["InvalidOutput"] = (m, e, t, c, r, s) => new InvalidOutputException(m, e, t, c, r, s),
            ["InvalidToken"] = (m, e, t, c, r, s) => new InvalidTokenException(m, e, t, c, r, s),
            ["KmsAccessDeniedException"] = (m, e, t, c, r, s) => new KmsAccessDeniedException(m, e, t, c, r, s),
            ["KmsInvalidStateException"] = (m, e, t, c, r, s) => new KmsInvalidStateException(m, e, t, c, r, s),
            ["KmsThrottlingException"] = (m, e, t, c, r, s) => new KmsThrottlingException(m, e, t, c, r, s),
            ["ResourceNotFound"] = (m, e, t, c, r, s) => new ResourceNotFoundException(m, e, t, c, r, s),
            ["StateMachineDeleting"] = (m, e, t, c, r, s) => new StateMachineDeletingException(m, e, t, c, r, s),
            ["StateMachineDoesNotExist"] = (m, e, t, c, r, s) => new StateMachineDoesNotExistException(m, e, t, c, r, s),
            ["StateMachineTypeNotSupported"] = (m, e, t, c, r, s) => new StateMachineTypeNotSupportedException(m, e, t, c, r, s),
            ["TaskDoesNotExist"] = (m, e, t, c, r, s) => new TaskDoesNotExistException(m, e, t, c, r, s),
            ["TaskTimedOut"] = (m, e, t, c, r, s) => new TaskTimedOutException(m, e, t, c, r, s),
            ["ValidationException"] = (m, e, t, c, r, s) => new ValidationException(m, e, t, c, r, s),
        },
    };
}
