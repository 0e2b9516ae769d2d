using Amazon.SimpleSystemsManagement.Model;
using AwsPackages.Wire;

namespace Amazon.SimpleSystemsManagement;

/// <summary>How AWS Systems Manager is spoken to.</summary>
internal static class SimpleSystemsManagementService
{
    public static readonly ServiceDescription Description = new()
    {
        ServiceId = "SSM",
        EndpointPrefix = "ssm",
        ApiVersion = "2014-11-06",
        ClientNamespace = "Amazon.SimpleSystemsManagement",
        TargetPrefix = "AmazonSSM",
        JsonVersion = "1.1",
        OtherError = (m, e, t, c, r, s) => new AmazonSimpleSystemsManagementException(m, e, t, c, r, s),
        Errors = new Dictionary<string, ExceptionFactory>(StringComparer.Ordinal)
        {
            ["DuplicateInstanceId"] = (m, e, t, c, r, s) => new DuplicateInstanceIdException(m, e, t, c, r, s),
            ["HierarchyLevelLimitExceededException"] = (m, e, t, c, r, s) => new HierarchyLevelLimitExceededException(m, e, t, c, r, s),
            ["HierarchyTypeMismatchException"] = (m, e, t, c, r, s) => new HierarchyTypeMismatchException(m, e, t, c, r, s),
            ["IncompatiblePolicyException"] = (m, e, t, c, r, s) => new IncompatiblePolicyException(m, e, t, c, r, s),
            ["InternalServerError"] = (m, e, t, c, r, s) => new InternalServerErrorException(m, e, t, c, r, s),
            ["InvalidAllowedPatternException"] = (m, e, t, c, r, s) => new InvalidAllowedPatternException(m, e, t, c, r, s),
            ["InvalidCommandId"] = (m, e, t, c, r, s) => new InvalidCommandIdException(m, e, t, c, r, s),
            ["InvalidDocument"] = (m, e, t, c, r, s) => new InvalidDocumentException(m, e, t, c, r, s),
            ["InvalidDocumentVersion"] = (m, e, t, c, r, s) => new InvalidDocumentVersionException(m, e, t, c, r, s),
            ["InvalidFilterKey"] = (m, e, t, c, r, s) => new InvalidFilterKeyException(m, e, t, c, r, s),
            ["InvalidFilterOption"] = (m, e, t, c, r, s) => new InvalidFilterOptionException(m, e, t, c, r, s),
            ["InvalidFilterValue"] = (m, e, t, c, r, s) => new InvalidFilterValueException(m, e, t, c, r, s),
            ["InvalidInstanceId"] = (m, e, t, c, r, s) => new InvalidInstanceIdException(m, e, t, c, r, s),
            ["InvalidInstanceInformationFilterValue"] = (m, e, t, c, r, s) => new InvalidInstanceInformationFilterValueException(m, e, t, c, r, s),
            ["InvalidKeyId"] = (m, e, t, c, r, s) => new InvalidKeyIdException(m, e, t, c, r, s),
            ["InvalidNextToken"] = (m, e, t, c, r, s) => new InvalidNextTokenException(m, e, t, c, r, s),
            ["InvalidNotificationConfig"] = (m, e, t, c, r, s) => new InvalidNotificationConfigException(m, e, t, c, r, s),
            ["InvalidOutputFolder"] = (m, e, t, c, r, s) => new InvalidOutputFolderException(m, e, t, c, r, s),
            ["InvalidParameters"] = (m, e, t, c, r, s) => new InvalidParametersException(m, e, t, c, r, s),
            ["InvalidPluginName"] = (m, e, t, c, r, s) => new InvalidPluginNameException(m, e, t, c, r, s),
            ["InvalidPolicyAttributeException"] = (m, e, t, c, r, s) => new InvalidPolicyAttributeException(m, e, t, c, r, s),
            ["InvalidPolicyTypeException"] = (m, e, t, c, r, s) => new InvalidPolicyTypeException(m, e, t, c, r, s),
            ["InvalidRole"] = (m, e, t, c, r, s) => new InvalidRoleException(m, e, t, c, r, s),
            ["InvocationDoesNotExist"] = (m, e, t, c, r, s) => new InvocationDoesNotExistException(m, e, t, c, r, s),
            ["MaxDocumentSizeExceeded"] = (m, e, t, c, r, s) => new MaxDocumentSizeExceededException(m, e, t, c, r, s),
            ["ParameterAlreadyExists"] = (m, e, t, c, r, s) => new ParameterAlreadyExistsException(m, e, t, c, r, s),
            ["ParameterLimitExceeded"] = (m, e, t, c, r, s) => new ParameterLimitExceededException(m, e, t, c, r, s),
            ["ParameterMaxVersionLimitExceeded"] = (m, e, t, c, r, s) => new ParameterMaxVersionLimitExceededException(m, e, t, c, r, s),
            ["ParameterNotFound"] = (m, e, t, c, r, s) => new ParameterNotFoundException(m, e, t, c, r, s),
            ["ParameterPatternMismatchException"] = (m, e, t, c, r, s) => new ParameterPatternMismatchException(m, e, t, c, r, s),
            ["ParameterVersionNotFound"] = (m, e, t, c, r, s) => new ParameterVersionNotFoundException(m, e, t, c, r, s),
            ["PoliciesLimitExceededException"] = (m, e, t, c, r, s) => new PoliciesLimitExceededException(m, e, t, c, r, s),
            ["TooManyUpdates"] = (m, e, t, c, r, s) => new TooManyUpdatesException(m, e, t, c, r, s),
            ["UnsupportedParameterType"] = (m, e, t, c, r, s) => new UnsupportedParameterTypeException(m, e, t, c, r, s),
            ["UnsupportedPlatformType"] = (m, e, t, c, r, s) => new UnsupportedPlatformTypeException(m, e, t, c, r, s),
        },
    };
}
