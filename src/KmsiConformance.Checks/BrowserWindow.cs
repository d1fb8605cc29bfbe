using KmsiConformance.Ledger;

namespace KmsiConformance.Checks;

/// <summary>Which cookies a browser had at some moment.</summary>
internal static class BrowserWindow
{
    private const string Private = "private-window";

    /// <summary>
    /// A number for the store: each private window has cookies of its own, and with them sessions; all others share the profile's, which
    /// is 0.
    /// </summary>
    public static int At(IReadOnlyList<Event> all, int sequence) =>
        all.OfType<BrowserStopped>().LastOrDefault(stopped => stopped.Sequence < sequence) is { Kind: Private } opened
            ? opened.Sequence
            : 0;
}
