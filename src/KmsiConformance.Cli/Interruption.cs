using System.Runtime.InteropServices;

namespace KmsiConformance.Cli;

/// <summary>
/// Turns Ctrl-C and a polite request to end into a cancelled token, so that browsers are closed and profiles deleted
/// before the process ends. A second Ctrl-C ends it at once, unless it comes with the first: some programs send a request to end to a
/// process and to its whole group.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // Nobody presses twice so fast.
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _source = new();
    private long _first;
    private readonly List<PosixSignalRegistration> _registrations = [];

    public Interruption()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            _registrations.Add(PosixSignalRegistration.Create(signal, Interrupt));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        if (Interlocked.CompareExchange(ref _first, TimeProvider.System.GetTimestamp(), 0) is not 0 and var first)
        {
            context.Cancel = TimeProvider.System.GetElapsedTime(first) < Same;
            return;
        }

        context.Cancel = true;
        _source.Cancel();
    }
}
