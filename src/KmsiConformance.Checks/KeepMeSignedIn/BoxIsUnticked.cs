using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.KeepMeSignedIn;

/// <summary>The box of the credential page last shown was not ticked before anybody had touched it (W-17).</summary>
public sealed class BoxIsUnticked : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the box of the credential page comes unticked";
        var last = evidence.All.OfType<PageShown>().LastOrDefault(page => page.Kind == PageKinds.Credentials);

        // A page that comes again after a wrong password may well remember what was chosen on it.
        if (last is not null && evidence.All.OfType<CredentialsPosted>().Any(posted =>
                posted.Sequence < last.Sequence && posted.KeepMeSignedIn == true))
            return Judgement.CantTell(Expected, "cannot tell: the box was ticked on a page before");
        return last switch
        {
            { BoxIsTicked: { } ticked } page =>
                Judgement.Of(!ticked, Expected, $"the page of {page.Site} came with the box {(ticked ? "ticked" : "unticked")}"),
            { } page => Judgement.CantTell(Expected, $"cannot tell: no box was recognised on the page of {page.Site}"),
            null => Judgement.CantTell(Expected, "cannot tell: no page asked for credentials so far"),
        };
    }
}
