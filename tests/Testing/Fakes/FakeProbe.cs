using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>Answers probes as the test says; without saying, with 200 and the text <c>ok</c>.</summary>
public sealed class FakeProbe : IHttpProbe
{
    private readonly Lock gate = new();

    public Queue<ProbeAnswer> Answers { get; } = [];

    public ProbeAnswer Otherwise { get; set; } = new(200, "ok", null, TimeSpan.FromMilliseconds(5));

    public List<(Uri Uri, IReadOnlyDictionary<string, string> Headers)> Asked { get; } = [];

    public Task<ProbeAnswer> GetAsync(Uri uri, IReadOnlyDictionary<string, string> headers, TimeSpan timeout, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Asked.Add((uri, headers));
            return Task.FromResult(Answers.TryDequeue(out var answer) ? answer : Otherwise);
        }
    }
}
