namespace BlueGreenServerless.Ports;

/// <summary>Says what a binding inside a provider's options stands for. Without it: hosts, with options that are whole.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BindsPortAttribute(PortKind port) : Attribute
{
    public PortKind Port { get; } = port;

    /// <summary>The provider fills some of the options in, so that they can be made and judged only by it.</summary>
    public bool IsFilledIn { get; init; }
}
