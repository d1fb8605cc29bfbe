using System.Globalization;
using KmsiConformance.Clocks;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>Compares what a browser's pages read as the time with what they should.</summary>
internal static class BrowserTime
{
    /// <summary>A loaded machine may answer late, a lost clock is off by minutes or more.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>How far the browser is ahead of the clock (negative: behind).</summary>
    public static async Task<TimeSpan> DeviationAsync(IBrowser browser, TimeProvider expected, CancellationToken cancellation)
    {
        // The page reads its clock at some moment between question and answer: the deviation is the distance to that span.
        var before = expected.GetUtcNow();
        var seen = await browser.NowAsync(cancellation);
        var after = expected.GetUtcNow();
        return seen < before ? seen - before : seen > after ? seen - after : TimeSpan.Zero;
    }

    /// <summary>The greatest distance that the browser's clock can have from the expected one, the time of the question included.</summary>
    public static async Task<TimeSpan> BoundAsync(IBrowser browser, TimeProvider expected, CancellationToken cancellation)
    {
        var before = expected.GetUtcNow();
        var seen = await browser.NowAsync(cancellation);
        var after = expected.GetUtcNow();
        var (early, late) = ((seen - before).Duration(), (after - seen).Duration());
        return early > late ? early : late;
    }

    /// <summary>Demands that the browser lives by the clock.</summary>
    /// <exception cref="ClockLostException">The deviation is greater than <see cref="Tolerance"/>.</exception>
    public static async Task VerifyAsync(IBrowser browser, TimeProvider expected, string occasion, CancellationToken cancellation)
    {
        var deviation = await DeviationAsync(browser, expected, cancellation);
        if (deviation.Duration() > Tolerance)
        {
            var now = expected.GetUtcNow();
            throw new ClockLostException(string.Create(
                CultureInfo.InvariantCulture,
                $"{occasion} the clock of {browser.Name} should read {now:u}, but reads {now + deviation:u} "
                + $"({deviation.TotalSeconds:+0;-0} s). Nothing seen under this clock counts; try --clock aged."));
        }
    }
}
