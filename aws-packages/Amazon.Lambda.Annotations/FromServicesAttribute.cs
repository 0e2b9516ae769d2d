namespace Amazon.Lambda.Annotations;

/// <summary>Marks a parameter that is resolved from the services, once per invocation, instead of being part of the event.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
