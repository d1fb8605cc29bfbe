using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SecondFactor;

/// <summary>The last sign-in went through without a second factor .</summary>
public sealed class SecondFactorIsNotAsked : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the app begins a session, and the user is not asked for a second factor";
        var visit = Questions.LastVisit(evidence);
        if (Questions.Asked(visit, PageKinds.SecondFactor) is { } page) return Judgement.Of(false, Expected, $"{page.Site} asked");
        return Questions.WasLetThrough(visit)
            ? Judgement.Of(true, Expected, "the app began a session, and nobody was asked")
            : Judgement.CantTell(Expected, "cannot tell: nobody got as far as being asked");
    }
}
