using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class PersistsWithoutTick : SessionRules, IFault
{
    public static string Does => "The session cookie is written to disk for a week although the box was not ticked.";

    public static IReadOnlyList<string> Violates => ["R-027", "R-044", "D-02", "G-11", "G-12"];

    public static bool ActsOnSites => true;

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => base.CookieLifetime(settings,
        kept) ?? TimeSpan.FromDays(7);
}
