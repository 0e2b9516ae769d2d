namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>Which of an instance's addresses is meant.</summary>
public enum OvhAddressKind
{
    Public,
    Private,
}
