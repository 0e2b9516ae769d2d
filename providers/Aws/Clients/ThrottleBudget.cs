namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>
/// Our share of the request rate that Elastic Load Balancing allows an account in a region: 40 requests at once and 10 a second of any
/// kind, of these 20 at once and 3 a second that change something (AWS, "Request throttling for the Elastic Load Balancing API").
/// A caller waits here rather than being refused there. Polls may use 60 percent of it, moving traffic 80, putting it back everything:
/// whatever else this process does, a rollback finds room. Of other processes this knows nothing: among them <see cref="Insistence"/> helps.
/// </summary>
internal sealed class ThrottleBudget(TimeProvider time)
{
    private readonly TokenBucket any = new(40, 10, time);
    private readonly TokenBucket changes = new(20, 3, time);

    public Task ReadAsync(Urgency urgency, CancellationToken cancellationToken) => any.TakeAsync(Reserve(urgency), cancellationToken);

    public async Task ChangeAsync(Urgency urgency, CancellationToken cancellationToken)
    {
        await changes.TakeAsync(Reserve(urgency), cancellationToken);
        await any.TakeAsync(Reserve(urgency), cancellationToken);
    }

    private static double Reserve(Urgency urgency) => urgency switch { Urgency.Poll => 0.4, Urgency.Move => 0.2, _ => 0 };
}
