using Amazon;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class SendCommandRequest : AmazonSimpleSystemsManagementRequest
{
    public List<string> InstanceIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<Target> Targets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string DocumentName { get; set; }
    public string DocumentVersion { get; set; }
    public string DocumentHash { get; set; }
    public DocumentHashType DocumentHashType { get; set; }
    public int? TimeoutSeconds { get; set; }
    public string Comment { get; set; }
    public Dictionary<string, List<string>> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string OutputS3Region { get; set; }
    public string OutputS3BucketName { get; set; }
    public string OutputS3KeyPrefix { get; set; }
    public string MaxConcurrency { get; set; }
    public string MaxErrors { get; set; }
    public string ServiceRoleArn { get; set; }
    public NotificationConfig NotificationConfig { get; set; }
    public CloudWatchOutputConfig CloudWatchOutputConfig { get; set; }
    public AlarmConfiguration AlarmConfiguration { get; set; }
}

public class SendCommandResponse : AmazonWebServiceResponse
{
    public Command Command { get; set; }
}

public class Target
{
    public string Key { get; set; }
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class NotificationConfig
{
    public string NotificationArn { get; set; }
    public List<string> NotificationEvents { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public NotificationType NotificationType { get; set; }
}

public class CloudWatchOutputConfig
{
    public string CloudWatchLogGroupName { get; set; }
    public bool? CloudWatchOutputEnabled { get; set; }
}

public class AlarmConfiguration
{
    public bool? IgnorePollAlarmFailure { get; set; }
    public List<Alarm> Alarms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class Alarm
{
    public string Name { get; set; }
}

public class Command
{
    public string CommandId { get; set; }
    public string DocumentName { get; set; }
    public string DocumentVersion { get; set; }
    public string Comment { get; set; }
    public DateTime? ExpiresAfter { get; set; }
    public Dictionary<string, List<string>> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> InstanceIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<Target> Targets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public DateTime? RequestedDateTime { get; set; }
    public CommandStatus Status { get; set; }
    public string StatusDetails { get; set; }
    public string OutputS3Region { get; set; }
    public string OutputS3BucketName { get; set; }
    public string OutputS3KeyPrefix { get; set; }
    public string MaxConcurrency { get; set; }
    public string MaxErrors { get; set; }
    public int? TargetCount { get; set; }
    public int? CompletedCount { get; set; }
    public int? ErrorCount { get; set; }
    public int? DeliveryTimedOutCount { get; set; }
    public string ServiceRole { get; set; }
    public NotificationConfig NotificationConfig { get; set; }
    public CloudWatchOutputConfig CloudWatchOutputConfig { get; set; }
    public int? TimeoutSeconds { get; set; }
    public AlarmConfiguration AlarmConfiguration { get; set; }
    public List<AlarmStateInformation> TriggeredAlarms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class AlarmStateInformation
{
    public string Name { get; set; }
    public ExternalAlarmState State { get; set; }
}
