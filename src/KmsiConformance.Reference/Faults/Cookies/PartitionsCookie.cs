using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class PartitionsCookie : SessionCookieRules, IFault
{
    public static string Does =>
        "The session cookie is Partitioned: a hidden frame of an application does not find what the sign-in page has set.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override CookieAttributes SessionCookie => base.SessionCookie with { Partitioned = true };
}
