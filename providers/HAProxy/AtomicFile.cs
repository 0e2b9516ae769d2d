using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Reads files that are whole at every instant; written by <see cref="PendingFile"/>.</summary>
internal static class AtomicFile
{
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
}
