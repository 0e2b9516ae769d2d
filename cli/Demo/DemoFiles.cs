namespace BlueGreenServerless.Cli.Demo;

/// <summary>The demo's own directory, the only place it writes to; gone with the demo.</summary>
internal sealed class DemoFiles : IDisposable
{
    /// <summary>Short: HAProxy's sockets lie in it, and a socket's path has at most 107 bytes.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("bluegreen-demo-").FullName;

    public string Artifacts => Path.Combine(Root, "artifacts");

    public string Configuration => Path.Combine(Root, "bluegreen.yaml");

    public string Database => Path.Combine(Root, "shop.sqlite");

    public string State => Path.Combine(Root, "state");

    public string Balancer => Path.Combine(Root, "lb");

    public string Site(string name) => Path.Combine(Root, "hosts", name);

    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
