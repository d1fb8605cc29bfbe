using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.StaySignedIn;

/// <summary>The sign-in asks whether to stay signed in, on a page of the login endpoint's own .</summary>
public sealed class QuestionIsAsked : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the user is asked whether to stay signed in";
        var visit = Questions.LastVisit(evidence);
        if (Questions.Asked(visit) is { } page) return Judgement.Of(page.Site == KnownSites.Login, Expected,
            $"{page.Site} asked, on a page of its own");
        return Questions.WasSignedIn(visit)
            ? Judgement.Of(false, Expected, "the sign-in went through, and nobody was asked")
            : Judgement.CantTell(Expected, "cannot tell: nobody got as far as being asked");
    }
}
