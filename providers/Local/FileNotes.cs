using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.Local;

/// <summary>Notes as files below a directory of this machine: <c>{name}.json</c>. A note is wholly there or not at all, whenever the process is killed.</summary>
public sealed class FileNotes(string directory) : INotes
{
    public bool IsShared => false;

    /// <remarks>A lock of the operating system on <c>{name}.lock</c>, so a killed holder leaves nothing behind.</remarks>
    /// <exception cref="ProviderRefusedException">The file cannot be opened by this user.</exception>
    public IDisposable? TryHold(string name)
    {
        var path = Path.Combine(directory, name + ".lock");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new ProviderRefusedException($"The lock '{path}' cannot be opened: {denied.Message} It must be writable for the user who releases. Correct its rights.", denied);
        }
    }

    public async Task<T?> FindAsync<T>(string name, CancellationToken cancellationToken)
        where T : class
    {
        var path = PathOf(name);
        try
        {
            return JsonSerializer.Deserialize<T>(await File.ReadAllTextAsync(path, cancellationToken), ReleaseJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException broken)
        {
            throw new ProviderRefusedException(
                $"The file '{path}', in which a provider has noted what it had begun, cannot be read: {broken.Message} It must be as it was written. " +
                "Look at the provider for what is half done, finish or undo it, and delete the file.", broken);
        }
    }

    public async Task WriteAsync<T>(string name, T note, CancellationToken cancellationToken)
        where T : class
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path + ".new", JsonSerializer.Serialize(note, ReleaseJson.Options), cancellationToken);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <remarks>Whoever changes what others may change too holds it.</remarks>
    public async Task ChangeAsync<T>(string name, Func<T?, T?> change, CancellationToken cancellationToken)
        where T : class =>
        await (change(await FindAsync<T>(name, cancellationToken)) is { } changed ? WriteAsync(name, changed, cancellationToken) : RemoveAsync<T>(name, cancellationToken));

    public Task RemoveAsync<T>(string name, CancellationToken cancellationToken)
        where T : class
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private string PathOf(string name) => Path.Combine(directory, name + ".json");
}
