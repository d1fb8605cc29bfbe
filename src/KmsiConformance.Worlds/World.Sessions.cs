using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.Pages;

namespace KmsiConformance.Worlds;

/// <content>Whether what opens a session is named where it must not be.</content>
public sealed partial class World
{
    // Shorter values stand somewhere by chance.
    private const int LeastLength = 8;

    /// <summary>Why a scenario that looks into the storage of pages cannot be played; null where it can.</summary>
    internal static string? WhyNoStorage(Scenario scenario, ReadyBrowser ready) =>
        !ready.RunsScripts && scenario.Steps.OfType<ExpectNoSessionStep>().Any(step => step.In == SessionPlaces.Storage)
            ? $"The {ready.Browser.Name} browser runs no scripts of pages, which are what fills the storage. Use --browser chromium or "
                + "firefox."
            : null;

    /// <summary>Looks for the values that the session's cookies have had in the browser in use since somebody signed in there.</summary>
    /// <param name="place">One of <see cref="SessionPlaces"/>.</param>
    public async Task SeekSessionAsync(string place, CancellationToken cancellation)
    {
        await Cookies.LookAsync(Browser, cancellation);
        var held = Cookies.OfSessions.Where(cookie => cookie.Value.Length >= LeastLength).ToList();
        bool Holds(string text) => held.Any(cookie => IsIn(cookie.Value, text));
        if (place == SessionPlaces.Addresses)
        {
            // Whoever is shown a page may follow each of its links.
            IReadOnlyList<string> addresses = [.. _inUse.Addresses, .. await Browser.LinksAsync(cancellation)];
            Ledger.Append(new SessionSought(
                place, Names(held), addresses.Count, [.. addresses.Where(Holds).Select(Secrets.MaskUrl).Distinct(StringComparer.Ordinal)]));
            return;
        }

        var stored = await Browser.StoredByScriptsAsync(cancellation);
        Ledger.Append(new SessionSought(
            place, Names(held), stored.Count,
            [.. Names(held.Where(cookie => stored.Any(value => IsIn(cookie.Value, value)))).Select(name => $"the value of {name}")]));
    }

    private static List<string> Names(IEnumerable<(string Name, string Value)> held) =>
        [.. held.Select(cookie => cookie.Name).Distinct(StringComparer.Ordinal)];

    private static bool IsIn(string value, string text) =>
        text.Contains(value, StringComparison.Ordinal)
        || Uri.UnescapeDataString(text).Contains(Uri.UnescapeDataString(value), StringComparison.Ordinal);
}
