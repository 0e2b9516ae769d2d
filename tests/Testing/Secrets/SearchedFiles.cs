namespace BlueGreenServerless.Testing.Secrets;

/// <summary>The files that a search reads, and what it says of each.</summary>
internal static class SearchedFiles
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true,
    };

    /// <summary>Ordinary files; sockets and pipes have no content of their own.</summary>
    public static IEnumerable<FileInfo> Below(string directory) => !Directory.Exists(directory) ? []
        : new DirectoryInfo(directory).EnumerateFiles("*", Everything).Where(IsOrdinary);

    public static bool HasLeak(FileInfo file, SecretMark mark)
    {
        var bytes = Read(file);
        return mark.IsIn(bytes) && (mark.HasOtherThan(bytes, AllowedFiles.SecretsOf(file.Name)) || (mark.HasEncoded(bytes) && !AllowedFiles.IsKey(file.Name)));
    }

    private static bool IsOrdinary(FileInfo file) => file.Exists && file.Length > 0;

    /// <summary>Nothing when it went away meanwhile, as files of a process that is just ending do, or when a test has locked us out.</summary>
    private static byte[] Read(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
