using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// Whoever refuses consent comes back to the app with an error and nothing else; and a refusal is no consent, so that the next
/// sign-in asks again (OpenID Connect Core, 3.1.2.4 and 3.1.2.6).
/// </summary>
/// <param name="app">The app visited.</param>
/// <param name="error">The error demanded; <see cref="ErrorReachesTheApp.Any"/> where any will do.</param>
public sealed class RefusedConsentGivesNothing(string app, string error) : Check
{
    // Recipes name the answer so.
    private const string Refusal = "cancel";

    public override Judgement Judge(Evidence evidence)
    {
        var demanded = error == ErrorReachesTheApp.Any ? "an error" : error;
        var expected = $"the user refuses consent, and {app} receives {demanded} and nothing else";
        var seen = VisitOutcome.Of(evidence.Step, app);
        var started = evidence.Step.OfType<AppSessionStarted>().Any(session => session.App == app);
        if (!evidence.Step.OfType<InterruptAnswered>().Any(IsRefusal))
            return started && WasRefusedBefore(evidence)
                ? Judgement.Of(false, expected, $"nobody was asked for the consent that had been refused before: {seen.Because}")
                : Judgement.CantTell(expected, $"cannot tell: no page asked for consent: {seen.Because}");
        if (started) return Judgement.Of(false, expected, $"{app} began a session although consent was refused");
        if (evidence.Step.OfType<AppAnswered>().FirstOrDefault(answered => answered.App == app && answered.Outcome == AnswerOutcomes.Code)
            is not null)
            return Judgement.Of(false, expected, $"{app} received a code");
        return evidence.Step.OfType<AppAnswered>().LastOrDefault(answered => answered.App == app) switch
        {
            { Outcome: AnswerOutcomes.Error, StateMatches: true } answer when error == ErrorReachesTheApp.Any || answer.Error == error =>
                Judgement.Of(true, expected, $"{app} received {answer.Error}"),
            null when seen.Kind == VisitOutcomes.Unknown => Judgement.CantTell(expected, $"cannot tell: {seen.Because}"),
            { Outcome: not AnswerOutcomes.Error } answer => Judgement.Of(false, expected, $"{app} received a {answer.Outcome}"),
            _ => Judgement.Of(false, expected, $"{seen.Kind}: {seen.Because}"),
        };
    }

    private static bool IsConsent(InterruptAnswered answered) => answered.Interrupt == PageKinds.Consent;

    private static bool IsRefusal(InterruptAnswered answered) => IsConsent(answered) && answered.Answer == Refusal;

    // The last word that the same user gave about the same app, in a step before.
    private bool WasRefusedBefore(Evidence evidence)
    {
        var now = evidence.All[^1].Sequence;
        var words = evidence.All.OfType<InterruptAnswered>().Where(answered => IsConsent(answered) && IsAbout(evidence, answered.Step));

        // Who had a session of the app before had consented, or need not: a refusal of more takes nothing of that back.
        return words.LastOrDefault() is { } last && IsRefusal(last)
            && !evidence.All.OfType<AppSessionStarted>().Any(session => session.App == app && session.Sequence < last.Sequence)
            && UserAt(evidence, last.Sequence) is { } user && user == UserAt(evidence, now);
    }

    private bool IsAbout(Evidence evidence, int step) =>
        evidence.All.Any(seen => seen.Step == step && seen is AppVisited visited && visited.App == app);

    private static string? UserAt(Evidence evidence, int sequence) =>
        evidence.All.OfType<CredentialsPosted>().LastOrDefault(posted => posted.Sequence <= sequence)?.User;
}
