namespace BlueGreenServerless.Provisioning.Tests.Harness;

/// <summary>When a run is cut, seen from one of its calls.</summary>
public enum CutMoment
{
    /// <summary>The call has not reached the provider.</summary>
    BeforeTheEffect,

    /// <summary>The provider has done it, and nobody has heard the answer.</summary>
    AfterTheEffect,
}
