namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>Files of a HAProxy in one folder.</summary>
internal sealed record TrafficFiles(string Folder)
{
    public string Configuration => Path.Combine(Folder, "haproxy.cfg");

    public string Shares => Path.Combine(Folder, "shares.map");

    public string Socket => Path.Combine(Folder, "admin.sock");

    public string Master => Path.Combine(Folder, "master.sock");
}
