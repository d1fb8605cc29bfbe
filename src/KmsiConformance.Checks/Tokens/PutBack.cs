using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Tokens;

/// <summary>A session cookie that has a value again which it had before: the session is that of then.</summary>
/// <param name="Left">The step in which it lost that value.</param>
/// <param name="Back">When it had it again.</param>
internal sealed record PutBack(int Left, int Back)
{
    /// <summary>What was put back last; null where the cookie has gone only forward.</summary>
    public static PutBack? Before(IReadOnlyList<Event> all, int sequence)
    {
        List<CookieChanged> changes = [.. all.OfType<CookieChanged>().Where(change =>
            change.Site == KnownSites.Login && change.Role == CookieRoles.Session && change.Sequence < sequence)];
        if (changes.LastOrDefault() is not { } last) return null;
        changes.RemoveAll(change => change.Name != last.Name);
        var other = changes.FindLastIndex(change => !IsSame(change, last));
        var then = other < 0 ? -1 : changes.FindLastIndex(other, change => IsSame(change, last));
        return then < 0 ? null : new PutBack(changes[then + 1].Step, changes[other + 1].Sequence);
    }

    /// <summary>Whether credentials belong to the session that the cookie now holds.</summary>
    public bool Concerns(CredentialsPosted posted) => posted.Step < Left || posted.Sequence > Back;

    private static bool IsSame(CookieChanged one, CookieChanged other) =>
        one.Name == other.Name && one.ValueFingerprint == other.ValueFingerprint && one.Change != "gone" && other.Change != "gone";
}
