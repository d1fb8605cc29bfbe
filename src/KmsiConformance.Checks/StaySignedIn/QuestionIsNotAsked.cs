namespace KmsiConformance.Checks.StaySignedIn;

/// <summary>The sign-in goes through without asking whether to stay signed in .</summary>
public sealed class QuestionIsNotAsked : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the sign-in goes through, and the user is not asked whether to stay signed in";
        var visit = Questions.LastVisit(evidence);
        if (Questions.Asked(visit) is { } page) return Judgement.Of(false, Expected, $"{page.Site} asked");
        return Questions.WasSignedIn(visit)
            ? Judgement.Of(true, Expected, "the sign-in went through, and nobody was asked")
            : Judgement.CantTell(Expected, "cannot tell: nobody got as far as being asked");
    }
}
