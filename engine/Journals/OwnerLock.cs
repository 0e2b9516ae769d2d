namespace BlueGreenServerless.Engine.Journals;

/// <summary>
/// Says that this process lives, by an operating system lock on a file: a process that is killed loses it at once. Whoever
/// asks about an owner takes a shared lock, so two that ask at the same time do not take each other for the owner.
/// </summary>
internal sealed class OwnerLock : IDisposable
{
    private readonly FileStream held;

    public OwnerLock(string journalPath, string owner)
    {
        Directory.CreateDirectory(Folder(journalPath));
        held = new FileStream(File(journalPath, owner), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    public static bool IsAlive(string journalPath, string owner)
    {
        try
        {
            using var asked = new FileStream(File(journalPath, owner), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            // the lock is held
            return true;
        }
    }

    /// <summary>Removes what a dead owner left.</summary>
    public static void Forget(string journalPath, string owner) => System.IO.File.Delete(File(journalPath, owner));

    public void Dispose() => held.Dispose();

    private static string Folder(string journalPath) => journalPath + ".d";

    private static string File(string journalPath, string owner) => Path.Combine(Folder(journalPath), owner + ".lock");
}
