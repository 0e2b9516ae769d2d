namespace BlueGreenServerless.Clouds.Aws.Signing;

/// <summary>Why a request is not let in; every protocol has its own code for each.</summary>
internal enum Refusal
{
    /// <summary>There is no signature.</summary>
    NotSigned,

    /// <summary>Nobody has this access key.</summary>
    UnknownKey,

    /// <summary>The session token is missing or is another one.</summary>
    WrongToken,

    /// <summary>The session is over.</summary>
    ExpiredToken,

    /// <summary>The clock of the sender is more than 15 minutes off.</summary>
    WrongClock,

    /// <summary>A presigned address is too old.</summary>
    TooOld,

    /// <summary>It was signed for another region or service.</summary>
    WrongScope,

    /// <summary>The signature is not the one that the secret gives.</summary>
    WrongSignature,

    /// <summary>The body is not the one that was signed.</summary>
    WrongBody,
}
