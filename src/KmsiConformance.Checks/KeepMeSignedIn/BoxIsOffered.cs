using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.KeepMeSignedIn;

/// <summary>The credential page last shown has the keep-me-signed-in box, or does not (R-034, R-037, R-039).</summary>
public sealed class BoxIsOffered(bool demanded) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the credential page {(demanded ? "offers" : "does not offer")} to keep the user signed in";
        var page = evidence.All.OfType<PageShown>().LastOrDefault(shown => shown.Kind == "credentials");
        return page?.KeepMeSignedIn is { } offered
            ? Judgement.Of(offered == demanded, expected, $"the page of {page.Site} {(offered ? "offers" : "does not offer")} it")
            : Judgement.CantTell(expected, "cannot tell: no credential page was shown so far");
    }
}
