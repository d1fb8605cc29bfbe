using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// What a stranger's page made the browser send was answered, and the answer signs nobody in. What became of the session that was there
/// before, the next visit shows: an answer as after a sign-out may have ended nothing, where the browser kept the cookie back.
/// </summary>
public sealed class ForgedRequestComesToNothing : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "nothing comes of it: nobody is signed in by it";
        var afterwards = evidence.Step.SkipWhile(happened => happened is not RequestForged).ToList();
        if (afterwards.FirstOrDefault() is not RequestForged forged)
            return Judgement.CantTell(Expected, "cannot tell: the stranger's page sent nothing");
        if (afterwards.OfType<AppSessionStarted>().FirstOrDefault() is { } started)
            return Judgement.Of(false, Expected, $"{started.App} began a session for {started.Subject}");
        if (afterwards.OfType<AppAnswered>().FirstOrDefault(answer => answer.Outcome == AnswerOutcomes.Code) is { } answered)
            return Judgement.Of(false, Expected, $"the browser was sent on to {answered.App} with a code for {forged.User}");
        var request = afterwards.OfType<RequestCompleted>().FirstOrDefault(request =>
            request.Context == "top-level" && request.RedirectedFrom is null);
        if (request is null or { Status: 0 }) return Judgement.CantTell(Expected, $"cannot tell: {forged.Site} did not answer");
        var answers = afterwards.OfType<RequestCompleted>();
        if (answers.FirstOrDefault(one => one.Context == "top-level" && one.Status is >= 500 or 429) is { } failed)
            return Judgement.CantTell(Expected, $"cannot tell: {failed.Site} answered {failed.Status}, which says nothing of the request");
        if (forged.What == Forged.SignOut && afterwards.OfType<AppReturned>().FirstOrDefault() is { } returned)
            return Judgement.Of(true, Expected, $"the browser came back to {returned.App} as after a sign-out; the next visit shows more");
        return afterwards.OfType<PageShown>().LastOrDefault() switch
        {
            null => Judgement.CantTell(Expected, "cannot tell: no page came to rest"),
            { Kind: PageKinds.Protected } page when evidence.All.Any(seen => seen is PageShown { Kind: PageKinds.Protected } own
                    && own.Site == page.Site && own.Sequence < forged.Sequence) =>
                Judgement.Of(true, Expected, $"{page.Site} showed “{page.Title}” to somebody signed in; the next visit shows to whom"),
            { Kind: PageKinds.Protected } page =>
                Judgement.Of(false, Expected, $"{page.Site} showed “{page.Title}”, which needs a sign-in"),
            { Kind: PageKinds.StaySignedIn or PageKinds.SecondFactor or PageKinds.Consent or PageKinds.SelectAccount } page =>
                Judgement.CantTell(Expected, $"cannot tell: the sign-in went on to the page {page.Kind}, which waits for an answer"),
            { Kind: PageKinds.Throttled } page =>
                Judgement.CantTell(Expected, $"cannot tell: {page.Site} takes no more sign-ins for now (“{page.Title}”)"),
            { } page => Judgement.Of(true, Expected, $"{page.Site} showed “{page.Title}” ({page.Message ?? page.Kind})"),
        };
    }
}
