using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>
/// The latest visit gave the cookie a new value or expiry, or left it alone: Rolling renews on every silent sign-in,
/// Absolute never does (R-025, R-046). Without a visit there is nothing to tell.
/// </summary>
public sealed class CookieWasRenewed(MeantCookie meant, bool demanded)
    : CookieCheck(meant, Demand(meant, demanded))
{
    private readonly string _expected = Demand(meant, demanded);

    public override Judgement Judge(Evidence evidence) => LastVisit(evidence) is null
        ? Judgement.CantTell(_expected, "cannot tell: nobody has visited an app so far")
        : base.Judge(evidence);

    protected override bool IsAboutKeeping => true;

    protected override bool Meets(CookieChanged cookie, Evidence evidence) => Renewed(cookie, evidence) == demanded;

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} was {(Renewed(cookie, evidence) ? "" : "not ")}renewed by the last visit; "
        + $"{(cookie.ExpiresAt is { } until ? $"it lasts until {until:u}" : "it has no expiry")}";

    // Only a later expiry extends a session; a new value with the same end renews nothing.
    private static bool Renewed(CookieChanged cookie, Evidence evidence)
    {
        var visit = LastVisit(evidence)!;
        if (cookie.Sequence <= visit.Sequence) return false;
        var before = evidence.All.OfType<CookieChanged>().LastOrDefault(earlier =>
            earlier.Identity == cookie.Identity && earlier.Sequence < visit.Sequence);
        return before is null || before.ExpiresAt is null || cookie.ExpiresAt > before.ExpiresAt + TimeSpan.FromSeconds(30);
    }

    private static Event? LastVisit(Evidence evidence) => VisitOutcome.LastBegun(evidence.All)?.Event;

    private static string Demand(MeantCookie meant, bool demanded) =>
        $"{meant} was {(demanded ? "" : "not ")}renewed by the last visit";
}
