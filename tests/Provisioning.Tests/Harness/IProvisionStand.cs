using BlueGreenServerless.Clouds.Aws.Faults;

namespace BlueGreenServerless.Provisioning.Tests.Harness;

/// <summary>A provider's double with an account, and an <c>environment.yaml</c> for it.</summary>
internal interface IProvisionStand : IAsyncDisposable
{
    /// <summary>Path of the <c>environment.yaml</c>.</summary>
    string File { get; }

    /// <summary>Of the double.</summary>
    FaultPlan Faults { get; }

    /// <summary>Calls of the double that change something, so far.</summary>
    int Writes { get; }

    /// <summary>Whether an operation of the double changes something.</summary>
    bool IsWrite(string service, string operation);

    /// <summary>All that is there, in words, sorted: equal for two accounts that have the same things, whatever their ids.</summary>
    string There();
}
