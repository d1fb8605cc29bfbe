using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class KeepsTwiceAsLong : SessionRules, IFault
{
    public static string Does => "A kept session and its cookie last twice KeepAliveInDays.";

    public static IReadOnlyList<string> Violates => ["R-041", "R-042", "R-045", "D-03"];

    public static bool ActsOnSites => true;

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) => base.ServerLifetime(settings, kept) * (kept ? 2 : 1);

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => base.CookieLifetime(settings, kept) * 2;
}
