using System.Globalization;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;

namespace KmsiConformance.Targets.Processes;

/// <summary>
/// The wall clock of a product's processes. What the product itself says the time is, in the <c>Date</c> header of its
/// answers, is the proof that it follows.
/// </summary>
/// <param name="process">The clock that its processes were started with.</param>
/// <param name="ask">An address of the product that answers.</param>
internal sealed class ProductClock(IProcessClock process, string ask, HttpClient http) : IClockFacet
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
        process.SetOffset(offset);
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

        throw new TargetException(string.Create(
            CultureInfo.InvariantCulture,
            $"The product's clock does not follow ({process.Name}): {offset:g} ahead of real time, the Date header of {ask} is off by "
            + $"{off.TotalSeconds:+0;-0} s. Programs that are linked statically, or that drop LD_PRELOAD, cannot be moved: start it in "
            + $"another way, or write 'clock: none' in the target file."));
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
        catch (HttpRequestException unreachable)
        {
            throw new TargetException($"The product cannot be asked for its time: {ask}: {unreachable.Message}", unreachable);
        }
    }
}
