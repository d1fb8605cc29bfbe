using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// Whatever the browser shows, it is nothing that needs a sign-in, and no app gets anything: the login endpoint asks for credentials,
/// or refuses. A page out of the browser's store is judged as well, where it needed a sign-in.
/// </summary>
public sealed class NobodyIsSignedIn(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "nobody-signed-in: nothing is shown that needs a sign-in, and the app gets nothing";
        var step = VisitOutcome.SinceLastMove(evidence.Step);
        if (Given(step) is { } given) return Judgement.Of(false, Expected, given);
        if (step.OfType<PageShown>().LastOrDefault() is not { } last)
            return Judgement.CantTell(Expected, "cannot tell: no page came to rest");
        if (last.Kind == PageKinds.Protected)
        {
            return Judgement.Of(false, Expected, last.IsStored
                ? $"the browser showed '{last.Title}' again as it had stored it, which the site allows (Cache-Control)"
                : $"the protected page '{last.Title}' was shown");
        }

        return Refusal(step, last) is { } refusal
            ? Judgement.Of(true, Expected, refusal)
            : Judgement.CantTell(Expected, $"cannot tell: {last.Site} showed '{last.Title}'{(last.IsStored ? " out of the store" : "")}, "
                + "which says nothing of whether somebody is signed in");
    }

    private string? Given(IReadOnlyList<Event> step) =>
        step.OfType<AppSessionStarted>().LastOrDefault() is { } begun ? $"{begun.App} began a session"
        : step.OfType<AppVisited>().Any(visited => visited.App == app && visited.HasSession) ? $"{app} found its own session"
        : step.OfType<AppAnswered>().LastOrDefault(answered => answered.Outcome != AnswerOutcomes.Error) is { } answer
            ? $"the login endpoint sent {answer.App} a fresh {answer.Outcome}"
        : null;

    private static string? Refusal(IReadOnlyList<Event> step, PageShown last)
    {
        if (last.IsStored) return null;
        if (step.OfType<AppAnswered>().LastOrDefault() is { Error: { } error } refused)
            return error == AnswerOutcomes.CameElsewhere || LoginStatus.Errors.Contains(error, StringComparer.Ordinal)
                ? null : $"{refused.App} received the error {error}";
        if (last.Site != KnownSites.Login || LoginStatus.Of(step).SaysNothing) return null;
        return last.Kind switch
        {
            PageKinds.Credentials => "the login endpoint asks for credentials",
            PageKinds.Error => "the login endpoint shows an error page",
            PageKinds.SignedOut => "the login endpoint says that the user is signed out",
            _ => null,
        };
    }
}
