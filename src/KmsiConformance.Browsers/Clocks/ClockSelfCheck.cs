using System.Globalization;
using KmsiConformance.Clocks;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>
/// Proves that a browser really lives by a moved clock: starts one 10 days ahead, compares what its pages read as the
/// time, moves it 30 days further while it runs, and compares again.
/// </summary>
/// <param name="Follows">Whether both comparisons held.</param>
/// <param name="Text">What was seen, or what went wrong; recorded with the run.</param>
public sealed record ClockSelfCheck(bool Follows, string Text)
{
    private static readonly TimeSpan AtStart = TimeSpan.FromDays(10);
    private static readonly TimeSpan Live = TimeSpan.FromDays(30);

    /// <summary>Runs the check with a browser that it starts and disposes.</summary>
    /// <param name="clock">The clock to be proven, with a world of its own.</param>
    /// <param name="browser">A browser made for the clock's environment, not yet started.</param>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static async Task<ClockSelfCheck> RunAsync(BrowserClock clock, IBrowser browser, CancellationToken cancellation)
    {
        await using (browser)
        {
            try
            {
                await clock.MoveAsync([], AtStart, cancellation);
                await browser.StartAsync(cancellation);
                await clock.LaunchedAsync(browser, cancellation);
                var first = await BrowserTime.BoundAsync(browser, clock.World, cancellation);
                await clock.MoveAsync([browser], Live, cancellation);
                var second = await BrowserTime.BoundAsync(browser, clock.World, cancellation);

                var within = Math.Max(first.TotalMilliseconds, second.TotalMilliseconds);
                return new ClockSelfCheck(true, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Date.now() follows: offset {AtStart.TotalDays:F1} d and {(AtStart + Live).TotalDays:F1} d within "
                    + $"{Math.Ceiling(within):F0} ms"));
            }
            catch (Exception failure) when (
                failure is ClockLostException or BrowserGoneException or BrowserStartException or TimeoutException)
            {
                return new ClockSelfCheck(false, failure.Message);
            }
        }
    }
}
