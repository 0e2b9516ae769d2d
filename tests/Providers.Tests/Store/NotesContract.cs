using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Tests.Store;

/// <summary>What every place for notes has to do. The tests of a place derive from this.</summary>
public abstract class NotesContract
{
    private const string Name = "ovh/loadbalancer-1/http-7+tcp-8";

    protected static CancellationToken None => CancellationToken.None;

    /// <summary>As a process of its own finds them; those of a place that ends with its process are always the same.</summary>
    protected abstract INotes Open();

    [Fact]
    public async Task What_is_written_is_found_by_the_next_process()
    {
        await Open().WriteAsync(Name, new Note("farm", 7, null), None);

        Assert.Equal(new Note("farm", 7, null), await Open().FindAsync<Note>(Name, None));
    }

    [Fact]
    public async Task The_newest_is_found_and_names_are_told_apart()
    {
        await Open().WriteAsync(Name, new Note("first", 1, 1), None);
        await Open().WriteAsync(Name, new Note("second", 2, 2), None);
        await Open().WriteAsync("ovh/loadbalancer-1", new Note("other", 3, 3), None);

        Assert.Equal("second", (await Open().FindAsync<Note>(Name, None))!.Text);
        Assert.Equal("other", (await Open().FindAsync<Note>("ovh/loadbalancer-1", None))!.Text);
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_may_be_written_again()
    {
        await Open().WriteAsync(Name, new Note("farm", 7, 8), None);

        await Open().RemoveAsync<Note>(Name, None);
        Assert.Null(await Open().FindAsync<Note>(Name, None));

        await Open().WriteAsync(Name, new Note("again", 7, 8), None);
        Assert.Equal("again", (await Open().FindAsync<Note>(Name, None))!.Text);
    }

    [Fact]
    public async Task What_was_never_written_is_not_there_and_may_be_removed()
    {
        Assert.Null(await Open().FindAsync<Note>(Name, None));
        await Open().RemoveAsync<Note>(Name, None);
        Assert.Null(await Open().FindAsync<Note>(Name, None));
    }

    [Fact]
    public async Task A_change_gets_what_is_there_and_what_it_gives_is_there_then()
    {
        await Open().ChangeAsync<Note>(Name, before => before is null ? new Note("first", 1, null) : null, None);
        Assert.Equal("first", (await Open().FindAsync<Note>(Name, None))!.Text);

        await Open().ChangeAsync<Note>(Name, before => before! with { Number = before.Number + 1 }, None);
        Assert.Equal(2, (await Open().FindAsync<Note>(Name, None))!.Number);

        await Open().ChangeAsync<Note>(Name, _ => null, None);
        await Open().ChangeAsync<Note>(Name, before => before, None);
        Assert.Null(await Open().FindAsync<Note>(Name, None));
    }

    protected sealed record Note(string Text, long Number, long? Maybe);
}
