using KmsiConformance.Clocks;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>A page was asked something while another document took the place of the one that was asked.</summary>
internal static class ReplacedDocument
{
    /// <summary>Between two attempts.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private const int Attempts = 100;

    /// <summary>Whether that is what a failure means: asked again, the new document may answer.</summary>
    public static bool IsMeantBy(PlaywrightException failure) =>
        failure.Message.Contains("navigation", StringComparison.Ordinal)
        || failure.Message.Contains("context was destroyed", StringComparison.Ordinal)
        || failure.Message.Contains("Cannot find context", StringComparison.Ordinal)
        || IsLostInFirefox(failure.Message);

    /// <summary>Asks what changes nothing, and again where the document was replaced meanwhile.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (PlaywrightException replaced) when (attempt < Attempts && IsMeantBy(replaced))
            {
                await RealTime.Delay(Pause);
            }
        }
    }

    // Its remote end finds the window of the old document gone (script.evaluate, script.callFunction) and says so only by an
    // error of its own.
    private static bool IsLostInFirefox(string message) =>
        message.Contains("Protocol error (script.", StringComparison.Ordinal)
            && message.Contains("unknown error", StringComparison.Ordinal);
}
