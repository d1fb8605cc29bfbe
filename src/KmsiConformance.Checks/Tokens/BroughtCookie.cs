using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Tokens;

/// <summary>A cookie of the login endpoint's session that somebody pasted on another device than the one it was set on.</summary>
internal static class BroughtCookie
{
    /// <summary>
    /// Whether the browser held one: whoever pastes a cookie on another device takes a session there that began elsewhere.
    /// </summary>
    public static bool IsHeldAt(Evidence evidence, int sequence) =>
        evidence.All.OfType<CookieChanged>().LastOrDefault(change => IsSession(change) && change.Sequence < sequence) is { } held
        && evidence.Everywhere.OfType<CookieChanged>().FirstOrDefault(change =>
            IsSession(change) && change.ValueFingerprint == held.ValueFingerprint) is { } first
        && first.Device != held.Device;

    /// <summary>Whether somebody ever brought one to another device.</summary>
    public static bool Exists(Evidence evidence) => evidence.Everywhere.OfType<CookieChanged>().Where(IsSession)
        .GroupBy(change => change.ValueFingerprint, change => change.Device, StringComparer.Ordinal)
        .Any(devices => devices.Distinct(StringComparer.Ordinal).Count() > 1);

    private static bool IsSession(CookieChanged change) => change.Site == KnownSites.Login && change.Role == CookieRoles.Session;
}
