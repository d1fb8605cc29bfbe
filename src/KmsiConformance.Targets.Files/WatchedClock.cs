using System.Globalization;
using KmsiConformance.Clocks;

namespace KmsiConformance.Targets.Files;

/// <summary>
/// The clock of a product that nobody here wrote. What the product itself says the time is, in the <c>Date</c> header of
/// its answers, is the proof that it follows.
/// </summary>
/// <param name="move">Brings it to real time plus the offset given.</param>
/// <param name="how">How that is done, and the mend where it does nothing, for messages.</param>
/// <param name="ask">An address of the product that answers.</param>
/// <param name="http">How it is asked.</param>
public sealed class WatchedClock(Func<TimeSpan, CancellationToken, Task> move, ClockWay how, string ask, HttpClient http) : IClockFacet
{
    /// <summary>How far the product may be off: headers have whole seconds, and many servers refresh theirs once a second.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(3);

    // Real time in which a server that keeps its header for a while has to show the new one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>The move that proves that the product follows; its time stays ahead by that.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromMinutes(2);

    /// <summary>How far the product is ahead of real time.</summary>
    public TimeSpan Offset { get; private set; }

    /// <summary>Whether the product was seen at another time than it was told: nothing that it does counts any more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Asks the time, moves the clock, and asks again.</summary>
    /// <returns>What was seen.</returns>
    /// <exception cref="TargetException">The product does not follow.</exception>
    public async Task<string> ProveAsync(CancellationToken cancellation)
    {
        await FollowAsync(Offset, cancellation);
        await FollowAsync(Offset + Trial, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"its Date header follows a move by {Trial.TotalMinutes:0} minutes");
    }

    /// <inheritdoc/>
    public async Task FollowAsync(TimeSpan offset, CancellationToken cancellation)
    {
        await move(offset, cancellation);
        Offset = offset;
        var limit = RealTime.UtcNow + Patience;
        TimeSpan off;
        do
        {
            off = await SaidAsync(cancellation) - (RealTime.UtcNow + offset);
            if (off.Duration() <= Tolerance) return;
            await RealTime.Delay(Poll, cancellation);
        }
        while (RealTime.UtcNow < limit);

        IsLost = true;
        throw new TargetException(string.Create(
            CultureInfo.InvariantCulture,
            $"The product's clock does not follow ({how.Name}): {offset:g} ahead of real time, the Date header of {ask} is off by "
            + $"{off.TotalSeconds:+0;-0} s. {how.Mend}, or write 'clock: none' in the target file."));
    }

    private async Task<DateTimeOffset> SaidAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(ask, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.Headers.Date ?? throw new TargetException(
                $"{ask} was answered without a Date header, so the product cannot be asked for its time. Name another address as "
                + "'ready' in the target file, or write 'clock: none'.");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TargetException($"The product cannot be asked for its time: {ask} did not answer within "
                + $"{http.Timeout.TotalSeconds:0} s. If it was not stopped, it hangs: start it by hand to see why.");
        }
        catch (HttpRequestException unreachable)
        {
            throw new TargetException($"The product cannot be asked for its time: {ask}: {unreachable.Message}", unreachable);
        }
    }
}

/// <summary>A way to move a product's clock.</summary>
/// <param name="Name">Its name, for example <c>preload</c>.</param>
/// <param name="Mend">What may be wrong where the product does not follow, without a full stop.</param>
public sealed record ClockWay(string Name, string Mend);
