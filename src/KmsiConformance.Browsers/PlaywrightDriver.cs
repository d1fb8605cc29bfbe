using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>The one Playwright driver of this process; it serves any number of browsers and ends with the process.</summary>
internal static class PlaywrightDriver
{
    // One that runs answers in milliseconds; one that is only stopped has not ended.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static IPlaywright? _running;
    private static volatile IPlaywright? _lost;

    /// <summary>Ends the driver: it starts no more browsers, and those it has started notice.</summary>
    public static void End() => Interlocked.Exchange(ref _running, null)?.Dispose();

    /// <summary>Asks a driver for something small; where it has ended by itself, the next browser gets another.</summary>
    /// <returns>Whether it has; false for one that <see cref="End"/> has ended.</returns>
    public static async Task<bool> IsLostAsync(IPlaywright driver)
    {
        try
        {
            var asked = await driver.APIRequest.NewContextAsync().WaitAsync(AnswerLimit);
            await asked.DisposeAsync();
            return false;
        }
        catch (PlaywrightException)
        {
            // Several browsers may notice it, and the first of them says so.
            if (Interlocked.CompareExchange(ref _running, null, driver) == driver) _lost = driver;
            return _lost == driver;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>The driver, started at first use.</summary>
    /// <exception cref="BrowserStartException">The driver does not start.</exception>
    public static async Task<IPlaywright> GetAsync(CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            if (_running is null) DriverProgram.LetRun(DriverProgram.Find());
            return _running ??= await Playwright.CreateAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new BrowserStartException(
                $"The Playwright driver does not start: {failure.Message}{DriverProgram.Mend(DriverProgram.Find())}", failure);
        }
        finally
        {
            Gate.Release();
        }
    }
}
