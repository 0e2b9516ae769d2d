namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>What happens to a stage.</summary>
internal enum StageTroubleKind
{
    /// <summary>It throws what is no failure of ours.</summary>
    Bug,

    /// <summary>It does nothing and never answers.</summary>
    HangsBefore,

    /// <summary>It has its effect and never answers.</summary>
    HangsAfter,

    /// <summary>The host of the machine ends before it.</summary>
    HostEndsBefore,

    /// <summary>The host of the machine ends after it.</summary>
    HostEndsAfter,

    /// <summary>Somebody breaks the release's lock.</summary>
    LockBroken,

    /// <summary>The new colour's targets get ill right before it.</summary>
    TargetsLost,
}
