using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class CookieOutlivesKeptSession : SessionRules, IFault
{
    public static string Does => "The cookie lasts twice KeepAliveInDays, the session behind it does not.";

    public static IReadOnlyList<string> Violates => ["R-042"];

    public static bool ActsOnSites => true;

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => base.CookieLifetime(settings, kept) * 2;
}
