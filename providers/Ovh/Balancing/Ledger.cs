using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Remembers what we have staged, because OVH tells how many changes are pending and not whose. In memory, and in a file where there is a
/// directory for it, so that a process that was killed between staging and publishing leaves its successor the truth.
/// </summary>
/// <param name="path">Null: in memory only.</param>
internal sealed class Ledger(string? path)
{
    private readonly Lock gate = new();
    private Unpublished? known;

    /// <summary>Held by the process that works on the service.</summary>
    public string? LockFile => path is null ? null : path + ".lock";

    /// <remarks>The file is read each time: another process of this machine may have staged something since.</remarks>
    public Unpublished? Find()
    {
        lock (gate)
        {
            return path is null ? known : Read(path);
        }
    }

    public void Record(Unpublished unpublished)
    {
        lock (gate)
        {
            if (path is not null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path + ".new", JsonSerializer.Serialize(unpublished, ReleaseJson.Options));
                File.Move(path + ".new", path, overwrite: true);
            }

            known = unpublished;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            if (path is not null && File.Exists(path))
            {
                File.Delete(path);
            }

            known = null;
        }
    }

    private static Unpublished? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Unpublished>(File.ReadAllText(path), ReleaseJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // nothing is staged, or not any more
            return null;
        }
        catch (JsonException broken)
        {
            throw new ProviderRefusedException(
                $"The file '{path}', which says what was staged at OVH, cannot be read: {broken.Message} It must be as it was written. " +
                "Look at the pending changes of the service, publish or undo them, and delete the file.", broken);
        }
    }
}
