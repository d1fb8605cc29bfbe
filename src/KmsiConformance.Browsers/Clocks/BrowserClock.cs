using KmsiConformance.Clocks;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>
/// How the browsers of one world follow the world's clock. All moves of a world go through <see cref="MoveAsync"/>, which
/// moves <see cref="World"/> as well. Dispose gives back what the clock holds, after the browser is gone.
/// </summary>
public abstract class BrowserClock(WorldClock world) : IDisposable
{
    /// <summary>The clock of the harness's own sites, and of every comparison.</summary>
    public WorldClock World { get; } = world;

    /// <summary>What the browser takes for the time: the world's, unless it is off.</summary>
    public OffClock Browser { get; } = new(world);

    /// <summary>What moves; never <see cref="ClockMode.Auto"/>.</summary>
    public abstract ClockMode Mode { get; }

    /// <summary>What a browser, or a target's process, must be started with to live by this clock.</summary>
    public virtual IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>To be called after each start of the browser: brings it to the world's time and verifies that.</summary>
    /// <exception cref="ClockLostException">The browser's clock deviates by more than 2 s.</exception>
    public abstract Task LaunchedAsync(IBrowser browser, CancellationToken cancellation);

    /// <summary>Moves the world forward.</summary>
    /// <param name="running">The world's browsers; none while none is running.</param>
    /// <param name="by">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    /// <exception cref="ClockLostException">The browser did not follow.</exception>
    public abstract Task MoveAsync(IReadOnlyList<IBrowser> running, TimeSpan by, CancellationToken cancellation);

    /// <summary>Puts the browsers' clock ahead of the world's, or behind it, and leaves the world alone.</summary>
    /// <param name="running">The world's browsers.</param>
    /// <param name="off">How far ahead; negative for behind, zero to put it right.</param>
    /// <exception cref="NotSupportedException">Nothing moves in this mode but the world; see <see cref="CanBeOff"/>.</exception>
    /// <exception cref="ClockLostException">The browser did not follow.</exception>
    public virtual Task PutOffAsync(IReadOnlyList<IBrowser> running, TimeSpan off, CancellationToken cancellation) =>
        throw new NotSupportedException($"The browser's clock cannot be wrong in the clock mode {Mode}.");

    /// <summary>Whether a browser's clock can be wrong in that mode.</summary>
    public static bool CanBeOff(ClockMode mode) => mode is ClockMode.Process or ClockMode.Virtual;

    /// <summary>World time of an instant in the browser's own time, such as a stored cookie's expiry.</summary>
    public abstract DateTimeOffset ToWorld(DateTimeOffset browserTime);

    /// <summary>The browser's own time of an instant in world time; the reverse of <see cref="ToWorld"/>.</summary>
    public abstract DateTimeOffset ToBrowser(DateTimeOffset worldTime);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the clock holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
