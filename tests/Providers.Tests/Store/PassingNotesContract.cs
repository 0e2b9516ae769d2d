using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Tests.Store;

public sealed class PassingNotesContract : NotesContract
{
    private readonly PassingNotes notes = new();

    protected override INotes Open() => notes;
}
