namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>What is done with the instances of a colour that is scaled in. Nothing is deleted.</summary>
public enum OvhRetire
{
    /// <summary>Shut down; OVH goes on billing.</summary>
    Stop,

    /// <summary>Suspended: the address and the disk stay, the machine is not billed.</summary>
    Shelve,
}
