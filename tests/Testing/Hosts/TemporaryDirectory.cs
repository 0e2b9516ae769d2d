using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Testing.Hosts;

/// <summary>A directory that is gone after the test, and in which no secret was left where none may be.</summary>
/// <param name="name">Begin of its name.</param>
public sealed class TemporaryDirectory(string name = "bluegreen-") : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory(name).FullName;

    public string Below(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Below(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            LeakSearch.Current.Files(Path);
            Directory.Delete(Path, recursive: true);
        }

        LeakSearch.Current.FailIfFound();
    }
}
