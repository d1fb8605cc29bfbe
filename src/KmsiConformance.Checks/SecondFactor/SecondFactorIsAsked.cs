using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SecondFactor;

/// <summary>The last sign-in asked for a second factor, on the login endpoint's own page .</summary>
public sealed class SecondFactorIsAsked : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the user is asked for a second factor";
        var visit = Questions.LastVisit(evidence);
        if (Questions.Asked(visit, PageKinds.SecondFactor) is { } page) return Judgement.Of(page.Site == KnownSites.Login, Expected,
            $"{page.Site} asked");
        return Questions.WasLetThrough(visit)
            ? Judgement.Of(false, Expected, "the app began a session, and nobody was asked")
            : Judgement.CantTell(Expected, "cannot tell: nobody got as far as being asked");
    }
}
