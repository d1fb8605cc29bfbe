using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class KeepsOnTheServerOnly : SessionRules, IFault
{
    public static string Does => "A ticked box extends the session on the server, but the cookie still ends with the browser.";

    public static IReadOnlyList<string> Violates => ["R-042", "R-043", "R-054", "D-01"];

    public static bool ActsOnSites => true;

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => null;
}
