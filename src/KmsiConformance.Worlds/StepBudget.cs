using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Standstills;

namespace KmsiConformance.Worlds;

/// <summary>
/// The real time that a step may take. What the harness itself makes it wait is added. A machine on which others wait for a
/// processor is given more, up to <see cref="CpuPressure.MostStretch"/> times as much: the limit is meant for the work, not for the
/// machine.
/// </summary>
public sealed class StepBudget : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly CpuPressure _pressure = new();
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _over = new();
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan _work;
    private TimeSpan _waits;

    /// <summary>Starts it.</summary>
    /// <param name="work">Real time for what is done.</param>
    /// <param name="waits">Real time that is to be waited besides.</param>
    /// <param name="interrupted">Ends the step too.</param>
    public StepBudget(TimeSpan work, TimeSpan waits, CancellationToken interrupted)
    {
        (_work, _waits) = (work, waits);
        _limit = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        _ = EndInTimeAsync(_over.Token);
    }

    /// <summary>Real time in all that it may take, on the machine as it was so far.</summary>
    public TimeSpan Time => _work == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _work * Stretch + _waits;

    /// <summary>How much longer the machine makes the same work, at most; 1 where nobody waits for a processor.</summary>
    public double Stretch => _pressure.Stretch;

    /// <summary>In what part of the time somebody on this machine waited for a processor: from 0 to 1.</summary>
    public double Pressure => _pressure.Share;

    /// <summary>Real time that was worked so far.</summary>
    public TimeSpan Worked
    {
        get
        {
            var worked = TimeProvider.System.GetElapsedTime(_started) - _waits;
            return worked > TimeSpan.Zero ? worked : TimeSpan.Zero;
        }
    }

    /// <summary>Cancelled when it is used up, or the run is interrupted.</summary>
    public CancellationToken Token => _limit.Token;

    /// <summary>Adds time that passes without the target being asked for anything.</summary>
    public void Extend(TimeSpan by) => _waits += by;

    /// <inheritdoc/>
    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
        _limit.Dispose();
    }

    // Nobody knows beforehand how slow the machine will be: looked at again whenever it would be over.
    private async Task EndInTimeAsync(CancellationToken over)
    {
        if (_work == Timeout.InfiniteTimeSpan) return;
        while (Left is var left && left > TimeSpan.Zero && !over.IsCancellationRequested)
            await RealTime.Delay(left > Look ? left : Look, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!over.IsCancellationRequested) await _limit.CancelAsync();
    }

    private TimeSpan Left => Time - TimeProvider.System.GetElapsedTime(_started);
}
