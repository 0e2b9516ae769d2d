namespace Amazon.Lambda.Annotations;

/// <summary>Marks the one class whose <c>ConfigureServices(IServiceCollection)</c> makes what the functions need.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute;
