using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class DatesTheCookie : SessionCookieRules, IFault
{
    public static string Does =>
        "The cookie of a kept session has a date (Expires) and no age (Max-Age): a browser whose clock is ahead drops it early.";

    public static IReadOnlyList<string> Violates => ["N-85"];

    public override CookieAttributes SessionCookie => base.SessionCookie with { Ages = false };
}
