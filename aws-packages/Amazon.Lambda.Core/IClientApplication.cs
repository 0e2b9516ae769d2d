namespace Amazon.Lambda.Core;

/// <summary>Never used by this project, but the runtime looks for the type when it makes a context.</summary>
public interface IClientApplication
{
    string AppPackageName { get; }

    string AppTitle { get; }

    string AppVersionCode { get; }

    string AppVersionName { get; }

    string InstallationId { get; }
}
