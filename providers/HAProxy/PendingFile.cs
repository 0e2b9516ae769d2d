using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// The next content of a file, on its way to the disk beside it. The file changes at <see cref="PutInPlaceAsync"/>, in one step; without
/// it nothing has happened.
/// </summary>
internal sealed class PendingFile : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string path;
    private readonly Task flushed;

    private PendingFile(string path, string text)
    {
        this.path = path;
        flushed = Task.Run(() => Write(text));
    }

    private string Next => $"{path}.next";

    public static PendingFile Begin(string path, string text) => new(path, text);

    /// <exception cref="ProviderRefusedException">The directory or the disk does not take it.</exception>
    public async Task PutInPlaceAsync()
    {
        try
        {
            await flushed;
            File.Move(Next, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ProviderRefusedException($"The file '{path}' cannot be written: {error.Message}. Run as a user who may write in its directory.", error);
        }
    }

    public void Dispose() => Task.WaitAny(flushed.ContinueWith(_ => File.Delete(Next), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default));

    private static FileStreamOptions Fresh()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Readable;
        }

        return options;
    }

    private void Write(string text)
    {
        using var stream = new FileStream(Next, Fresh());
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
