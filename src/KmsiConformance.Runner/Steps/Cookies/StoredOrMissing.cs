using KmsiConformance.Browsers;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Cookies that a step acts on, which therefore have to be there.</summary>
internal static class StoredOrMissing
{
    /// <summary>The stored cookies that are meant; at least one.</summary>
    /// <param name="action">What is to be done to them, for the message.</param>
    /// <exception cref="MissingEvidenceException">The browser has none.</exception>
    public static async Task<IReadOnlyList<StoredCookie>> FindAsync(
        World world, CookieName name, string action, CancellationToken cancellation)
    {
        var cookies = await world.CookiesOfAsync(name, cancellation);
        return cookies.Count > 0
            ? cookies
            : throw new MissingEvidenceException($"{name} is not in the browser to {action}");
    }
}
