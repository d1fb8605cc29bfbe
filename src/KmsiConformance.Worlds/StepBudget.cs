namespace KmsiConformance.Worlds;

/// <summary>The real time that a step may take. What the harness itself makes it wait is added.</summary>
public sealed class StepBudget : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly long _started = TimeProvider.System.GetTimestamp();

    /// <summary>Starts it.</summary>
    /// <param name="time">Real time.</param>
    /// <param name="interrupted">Ends the step too.</param>
    public StepBudget(TimeSpan time, CancellationToken interrupted)
    {
        Time = time;
        _limit = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        _limit.CancelAfter(time);
    }

    /// <summary>Real time in all.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Cancelled when it is used up, or the run is interrupted.</summary>
    public CancellationToken Token => _limit.Token;

    /// <summary>Adds time that passes without the target being asked for anything.</summary>
    public void Extend(TimeSpan by)
    {
        Time += by;
        var left = Time - TimeProvider.System.GetElapsedTime(_started);
        if (left > TimeSpan.Zero) _limit.CancelAfter(left);
    }

    /// <inheritdoc/>
    public void Dispose() => _limit.Dispose();
}
