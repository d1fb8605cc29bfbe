using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>
/// The cookie is found below one top-level site only (CHIPS), or wherever its site is asked. A browser that does not say which
/// cookies are partitioned shows neither.
/// </summary>
public sealed class CookieIsPartitioned(MeantCookie meant, bool demanded)
    : CookieCheck(meant, Demand(meant, demanded))
{
    private readonly string _expected = Demand(meant, demanded);

    public override Judgement Judge(Evidence evidence) =>
        evidence.Step.OfType<CookiesRead>().LastOrDefault() is { PartitionsAreUntold: true }
            ? Judgement.CantTell(_expected, "cannot tell: this browser does not say which cookies are partitioned")
            : base.Judge(evidence);

    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.Partition is not null == demanded;

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} is {(cookie.Partition is { } partition ? partition.ToString() : "in no partition")}";

    private static string Demand(MeantCookie meant, bool demanded) => $"{meant} is {(demanded ? "" : "not ")}partitioned";
}
