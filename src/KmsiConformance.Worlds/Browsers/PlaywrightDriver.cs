using Microsoft.Playwright;

namespace KmsiConformance.Worlds.Browsers;

/// <summary>The one Playwright driver of this process; it serves any number of browsers and ends with the process.</summary>
internal static class PlaywrightDriver
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static IPlaywright? _running;

    /// <summary>The driver, started at first use.</summary>
    /// <exception cref="BrowserStartException">The driver does not start.</exception>
    public static async Task<IPlaywright> GetAsync(CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            if (_running is null)
            {
                _running = await Playwright.CreateAsync();
                AppDomain.CurrentDomain.ProcessExit += (_, _) => _running.Dispose();
            }

            return _running;
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
