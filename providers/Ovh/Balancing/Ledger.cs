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
    private bool isRead;

    public Unpublished? Find()
    {
        lock (gate)
        {
            if (!isRead)
            {
                known = path is not null && File.Exists(path) ? Read(path) : null;
                isRead = true;
            }

            return known;
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

            (known, isRead) = (unpublished, true);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            if (path is not null && known is not null)
            {
                File.Delete(path);
            }

            (known, isRead) = (null, true);
        }
    }

    private static Unpublished Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Unpublished>(File.ReadAllText(path), ReleaseJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException broken)
        {
            throw new ProviderRefusedException(
                $"The file '{path}', which says what was staged at OVH, cannot be read: {broken.Message} It must be as it was written. " +
                "Look at the pending changes of the service, publish or undo them, and delete the file.", broken);
        }
    }
}
