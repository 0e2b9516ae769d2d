using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement;

public class CommandFilterKey : ConstantClass
{
    public static readonly CommandFilterKey DocumentName = new("DocumentName");
    public static readonly CommandFilterKey ExecutionStage = new("ExecutionStage");
    public static readonly CommandFilterKey InvokedAfter = new("InvokedAfter");
    public static readonly CommandFilterKey InvokedBefore = new("InvokedBefore");
    public static readonly CommandFilterKey Status = new("Status");

    public CommandFilterKey(string value) : base(value) { }

    public static CommandFilterKey FindValue(string value) => FindValue<CommandFilterKey>(value);

    public static implicit operator CommandFilterKey(string value) => FindValue(value);
}

public class CommandInvocationStatus : ConstantClass
{
    public static readonly CommandInvocationStatus Cancelled = new("Cancelled");
    public static readonly CommandInvocationStatus Cancelling = new("Cancelling");
    public static readonly CommandInvocationStatus Delayed = new("Delayed");
    public static readonly CommandInvocationStatus Failed = new("Failed");
    public static readonly CommandInvocationStatus InProgress = new("InProgress");
    public static readonly CommandInvocationStatus Pending = new("Pending");
    public static readonly CommandInvocationStatus Success = new("Success");
    public static readonly CommandInvocationStatus TimedOut = new("TimedOut");

    public CommandInvocationStatus(string value) : base(value) { }

    public static CommandInvocationStatus FindValue(string value) => FindValue<CommandInvocationStatus>(value);

    public static implicit operator CommandInvocationStatus(string value) => FindValue(value);
}

public class CommandPluginStatus : ConstantClass
{
    public static readonly CommandPluginStatus Cancelled = new("Cancelled");
    public static readonly CommandPluginStatus Failed = new("Failed");
    public static readonly CommandPluginStatus InProgress = new("InProgress");
    public static readonly CommandPluginStatus Pending = new("Pending");
    public static readonly CommandPluginStatus Success = new("Success");
    public static readonly CommandPluginStatus TimedOut = new("TimedOut");

    public CommandPluginStatus(string value) : base(value) { }

    public static CommandPluginStatus FindValue(string value) => FindValue<CommandPluginStatus>(value);

    public static implicit operator CommandPluginStatus(string value) => FindValue(value);
}

public class CommandStatus : ConstantClass
{
    public static readonly CommandStatus Cancelled = new("Cancelled");
    public static readonly CommandStatus Cancelling = new("Cancelling");
    public static readonly CommandStatus Failed = new("Failed");
    public static readonly CommandStatus InProgress = new("InProgress");
    public static readonly CommandStatus Pending = new("Pending");
    public static readonly CommandStatus Success = new("Success");
    public static readonly CommandStatus TimedOut = new("TimedOut");

    public CommandStatus(string value) : base(value) { }

    public static CommandStatus FindValue(string value) => FindValue<CommandStatus>(value);

    public static implicit operator CommandStatus(string value) => FindValue(value);
}

public class DocumentHashType : ConstantClass
{
    public static readonly DocumentHashType Sha1 = new("Sha1");
    public static readonly DocumentHashType Sha256 = new("Sha256");

    public DocumentHashType(string value) : base(value) { }

    public static DocumentHashType FindValue(string value) => FindValue<DocumentHashType>(value);

    public static implicit operator DocumentHashType(string value) => FindValue(value);
}

public class ExternalAlarmState : ConstantClass
{
    public static readonly ExternalAlarmState ALARM = new("ALARM");
    public static readonly ExternalAlarmState UNKNOWN = new("UNKNOWN");

    public ExternalAlarmState(string value) : base(value) { }

    public static ExternalAlarmState FindValue(string value) => FindValue<ExternalAlarmState>(value);

    public static implicit operator ExternalAlarmState(string value) => FindValue(value);
}

public class NotificationEvent : ConstantClass
{
    public static readonly NotificationEvent All = new("All");
    public static readonly NotificationEvent Cancelled = new("Cancelled");
    public static readonly NotificationEvent Failed = new("Failed");
    public static readonly NotificationEvent InProgress = new("InProgress");
    public static readonly NotificationEvent Success = new("Success");
    public static readonly NotificationEvent TimedOut = new("TimedOut");

    public NotificationEvent(string value) : base(value) { }

    public static NotificationEvent FindValue(string value) => FindValue<NotificationEvent>(value);

    public static implicit operator NotificationEvent(string value) => FindValue(value);
}

public class NotificationType : ConstantClass
{
    public static readonly NotificationType Command = new("Command");
    public static readonly NotificationType Invocation = new("Invocation");

    public NotificationType(string value) : base(value) { }

    public static NotificationType FindValue(string value) => FindValue<NotificationType>(value);

    public static implicit operator NotificationType(string value) => FindValue(value);
}

public class ParameterTier : ConstantClass
{
    public static readonly ParameterTier Advanced = new("Advanced");
    public static readonly ParameterTier IntelligentTiering = new("Intelligent-Tiering");
    public static readonly ParameterTier Standard = new("Standard");

    public ParameterTier(string value) : base(value) { }

    public static ParameterTier FindValue(string value) => FindValue<ParameterTier>(value);

    public static implicit operator ParameterTier(string value) => FindValue(value);
}

public class ParameterType : ConstantClass
{
    public static readonly ParameterType SecureString = new("SecureString");
    public static readonly ParameterType String = new("String");
    public static readonly ParameterType StringList = new("StringList");

    public ParameterType(string value) : base(value) { }

    public static ParameterType FindValue(string value) => FindValue<ParameterType>(value);

    public static implicit operator ParameterType(string value) => FindValue(value);
}

public class PingStatus : ConstantClass
{
    public static readonly PingStatus ConnectionLost = new("ConnectionLost");
    public static readonly PingStatus Inactive = new("Inactive");
    public static readonly PingStatus Online = new("Online");

    public PingStatus(string value) : base(value) { }

    public static PingStatus FindValue(string value) => FindValue<PingStatus>(value);

    public static implicit operator PingStatus(string value) => FindValue(value);
}

public class PlatformType : ConstantClass
{
    public static readonly PlatformType Linux = new("Linux");
    public static readonly PlatformType MacOS = new("MacOS");
    public static readonly PlatformType Windows = new("Windows");

    public PlatformType(string value) : base(value) { }

    public static PlatformType FindValue(string value) => FindValue<PlatformType>(value);

    public static implicit operator PlatformType(string value) => FindValue(value);
}

public class ResourceType : ConstantClass
{
    public static readonly ResourceType EC2Instance = new("EC2Instance");
    public static readonly ResourceType ManagedInstance = new("ManagedInstance");

    public ResourceType(string value) : base(value) { }

    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    public static implicit operator ResourceType(string value) => FindValue(value);
}

public class SourceType : ConstantClass
{
    public static readonly SourceType AWSEC2Instance = new("AWS::EC2::Instance");
    public static readonly SourceType AWSIoTThing = new("AWS::IoT::Thing");
    public static readonly SourceType AWSSSMManagedInstance = new("AWS::SSM::ManagedInstance");
    public static readonly SourceType MicrosoftComputeVirtualMachines = new("Microsoft.Compute/virtualMachines");
    public static readonly SourceType ComputeGoogleapisComInstance = new("compute.googleapis.com/Instance");

    public SourceType(string value) : base(value) { }

    public static SourceType FindValue(string value) => FindValue<SourceType>(value);

    public static implicit operator SourceType(string value) => FindValue(value);
}
