using System.Runtime.InteropServices;

namespace BlueGreenServerless.Cli.Running;

/// <summary>
/// Ctrl-C and SIGTERM. The first asks to stop at the next boundary; a second ends the process at once, which a release survives:
/// its journal is written before every step.
/// </summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private int _signals;

    public Interruption(Action<int> exit)
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Receive(context, exit)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Receive(context, exit)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Receive(context, exit)),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Receive(PosixSignalContext context, Action<int> exit)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
        {
            exit(ExitCodes.Interrupted);
        }

        _source.Cancel();
    }
}
