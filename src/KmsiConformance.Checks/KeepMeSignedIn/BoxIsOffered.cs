using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.KeepMeSignedIn;

/// <summary>
/// The credential page last shown has the keep-me-signed-in box, or does not (R-034, R-037, R-039). Pages on which no
/// recipe describes a box are no evidence.
/// </summary>
public sealed class BoxIsOffered(bool demanded) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the credential page {(demanded ? "offers" : "does not offer")} to keep the user signed in";
        var last = evidence.All.LastOrDefault(seen => seen
            is PageShown { Kind: PageKinds.Credentials, KeepMeSignedIn: not null }
            or ControlMissing { RecipeKey: ControlMissing.KeepMeSignedIn });
        return last switch
        {
            PageShown { KeepMeSignedIn: { } offered } page =>
                Judgement.Of(offered == demanded, expected, $"the page of {page.Site} {(offered ? "offers" : "does not offer")} it"),
            ControlMissing missing => Judgement.Of(!demanded, expected, $"the page of {missing.Site} has no box to set"),
            _ => Judgement.CantTell(expected, "cannot tell: no credential page was shown so far on which a box could be recognised"),
        };
    }
}
