namespace BlueGreenServerless.Clouds.DigitalOcean.Traffic;

/// <summary>Files of the HAProxy that stands for all load balancers.</summary>
internal sealed record BalancerFiles(string Folder)
{
    public string Configuration => Path.Combine(Folder, "haproxy.cfg");

    public string Socket => Path.Combine(Folder, "admin.sock");

    public string Master => Path.Combine(Folder, "master.sock");
}
