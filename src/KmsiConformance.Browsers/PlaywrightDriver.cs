using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>The one Playwright driver of this process; it serves any number of browsers and ends with the process.</summary>
internal static class PlaywrightDriver
{
    // By these it is known that the driver has ended, and not only a browser.
    private static readonly string[] Signs = ["Process exited", "Connection closed", "Connection disposed"];

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static IPlaywright? _running;

    /// <summary>Ends the driver: it starts no more browsers, and those it has started notice.</summary>
    public static void End() => Interlocked.Exchange(ref _running, null)?.Dispose();

    /// <summary>Has the next browser start another driver, where this one has ended.</summary>
    /// <returns>Whether it has.</returns>
    public static bool Forget(IPlaywright driver, Exception failure)
    {
        if (!Signs.Any(sign => failure.Message.Contains(sign, StringComparison.Ordinal))) return false;
        Interlocked.CompareExchange(ref _running, null, driver);
        return true;
    }

    /// <summary>The driver, started at first use.</summary>
    /// <exception cref="BrowserStartException">The driver does not start.</exception>
    public static async Task<IPlaywright> GetAsync(CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            return _running ??= await Playwright.CreateAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new BrowserStartException($"The Playwright driver does not start: {failure.Message}", failure);
        }
        finally
        {
            Gate.Release();
        }
    }
}
