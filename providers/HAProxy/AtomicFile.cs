using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Files on this machine that are whole at every instant, also after a power cut.</summary>
internal static class AtomicFile
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static string? ReadIfThere(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ProviderRefusedException($"The file '{path}' cannot be read: {error.Message}. Run as a user who may.", error);
        }
    }

    /// <summary>Writes beside the file, flushes to the disk, renames over it.</summary>
    public static void Write(string path, string text)
    {
        var next = $"{path}.next";
        try
        {
            using (var stream = new FileStream(next, Fresh()))
            {
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(next, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ProviderRefusedException($"The file '{path}' cannot be written: {error.Message}. Run as a user who may write in its directory.", error);
        }
    }

    private static FileStreamOptions Fresh()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Readable;
        }

        return options;
    }
}
