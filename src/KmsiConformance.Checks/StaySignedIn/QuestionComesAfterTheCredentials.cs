using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.StaySignedIn;

/// <summary>
/// Whoever is asked whether to stay signed in has proved who he is before, be it to a federated service.
/// </summary>
public sealed class QuestionComesAfterTheCredentials : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the question comes after the credentials, and no credentials are asked for after it";
        var visit = Questions.LastVisit(evidence);
        if (Questions.Asked(visit) is not { } question) return Judgement.CantTell(Expected, "cannot tell: nobody was asked");
        var before = visit.OfType<CredentialsPosted>().LastOrDefault(posted => posted.Sequence < question.Sequence);
        var after = visit.OfType<PageShown>()
            .FirstOrDefault(page => page.Kind == PageKinds.Credentials && page.Sequence > question.Sequence);
        return (before, after) switch
        {
            (_, { } page) => Judgement.Of(false, Expected, $"{page.Site} asked for credentials after the question"),
            ({ } posted, _) => Judgement.Of(true, Expected, $"the credentials were given to {posted.Site} before the question came"),
            _ => Judgement.Of(false, Expected, "the question came, and no credentials had been given"),
        };
    }
}
