using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// A sign-in request that nobody need believe is refused: on a page of the login endpoint, or by an error that the app receives. One that
/// is answered out of the session was believed. Where credentials are asked for, it is not known yet.
/// </summary>
/// <param name="app">The app in whose name was asked.</param>
public sealed class RequestIsRefused(string app) : Check
{
    // Of a request that was believed, of a login endpoint that fails, and of what the app could not make anything of.
    private static readonly string[] OfAnotherKind =
    [
        "login_required", "interaction_required", "NoPassive", AnswerOutcomes.StatusOutOfPlace, AnswerOutcomes.CameElsewhere,
        .. LoginStatus.Errors,
    ];

    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "refused: the login endpoint shows an error page, or the app receives an error";
        if (evidence.Step.OfType<AppVisited>().Any(visited => visited.App == app && visited.HasSession))
            return Judgement.CantTell(Expected, $"cannot tell: {app} had a session of its own");
        var seen = VisitOutcome.Of(evidence.Step, app);
        var judgement = seen switch
        {
            { ErrorCode: VisitOutcome.TokensRefused } => Judgement.Of(false, Expected, $"answered: {seen.Because}"),
            { ErrorCode: VisitOutcome.ForeignState } => Judgement.CantTell(Expected, $"cannot tell: {seen.Because}"),
            { Kind: VisitOutcomes.Error, ErrorCode: { } other } when OfAnotherKind.Contains(other, StringComparer.Ordinal) =>
                Judgement.CantTell(Expected, $"cannot tell: {seen.Because}, which says nothing of the request"),
            { Kind: VisitOutcomes.Error } => Judgement.Of(true, Expected, $"{seen.Kind} {seen.ErrorCode}: {seen.Because}"),
            { Kind: VisitOutcomes.Silent or VisitOutcomes.SignedIn or VisitOutcomes.SecondFactorGiven } =>
                Judgement.Of(false, Expected, $"{seen.Kind}: {seen.Because}"),
            _ => Judgement.CantTell(Expected, $"cannot tell: {seen.Because}"),
        };
        return judgement.Verdict == Verdict.Passed && seen.ErrorCode == VisitOutcome.ErrorPage
            && LoginStatus.Of(evidence.Step) is { Refuses: false, Code: >= 400 } failed
            ? Judgement.CantTell(Expected, $"cannot tell: the login endpoint answered {failed.Code}, which says nothing of the request")
            : judgement;
    }
}
