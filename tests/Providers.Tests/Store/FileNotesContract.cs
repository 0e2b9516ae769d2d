using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.Store;

public sealed class FileNotesContract : NotesContract, IDisposable
{
    private readonly TemporaryDirectory folder = new();

    [Fact]
    public async Task A_file_that_is_no_note_is_told_with_its_name_and_what_to_do()
    {
        Directory.CreateDirectory(folder.Below("ovh"));
        await File.WriteAllTextAsync(folder.Below("ovh", "broken.json"), "{ \"text\":");

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Open().FindAsync<Note>("ovh/broken", None));

        Assert.Contains($"'{folder.Below("ovh", "broken.json")}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("delete the file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_process_at_a_time_holds_a_name()
    {
        using (Assert.IsAssignableFrom<IDisposable>(Open().TryHold("ovh/one")))
        {
            Assert.Null(Open().TryHold("ovh/one"));
            using var other = Assert.IsAssignableFrom<IDisposable>(Open().TryHold("ovh/two"));
        }

        using var again = Assert.IsAssignableFrom<IDisposable>(Open().TryHold("ovh/one"));
    }

    public void Dispose() => folder.Dispose();

    protected override INotes Open() => new FileNotes(folder.Path);
}
