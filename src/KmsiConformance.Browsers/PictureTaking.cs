using KmsiConformance.Clocks;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>
/// Takes pictures of pages. A browser that is busy now and then has no frame to show; that is no fault of anybody, and what somebody
/// wanted to see besides spoils no verdict.
/// </summary>
internal static class PictureTaking
{
    private const string NoFrame = "Unable to capture screenshot";
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>A picture; null where the browser has none to give.</summary>
    /// <param name="take">Takes it.</param>
    public static async Task<byte[]?> TryAsync(Func<Task<byte[]>> take)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await take();
            }
            catch (PlaywrightException refused) when (refused.Message.Contains(NoFrame, StringComparison.Ordinal))
            {
                if (attempt == Tries) return null;
                await RealTime.Delay(Pause);
            }
        }
    }
}
