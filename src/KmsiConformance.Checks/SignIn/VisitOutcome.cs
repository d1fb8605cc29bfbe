using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using static KmsiConformance.Ledger.Vocabulary.VisitOutcomes;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// What a visit to an app turned out to be, judged from the ledger only: was the login endpoint asked, was a credential
/// page rendered and by which host, were credentials posted, did the app get a fresh code and begin a session. A URL or
/// a picture alone decides nothing.
/// </summary>
/// <param name="Kind">One of <see cref="VisitOutcomes"/>.</param>
/// <param name="Because">The facts behind it, in words.</param>
public sealed record VisitOutcome(string Kind, string Because)
{
    /// <summary>The error of an answer that came with a state which the app had not sent.</summary>
    public const string ForeignState = "state-mismatch";

    /// <summary>The error of which only a page of the login endpoint tells.</summary>
    public const string ErrorPage = "error-page";

    /// <summary>The error of an app that got tokens, or an assertion, which it could not accept.</summary>
    public const string TokensRefused = "tokens-refused";

    /// <summary>The kinds of pages that come between.</summary>
    private static readonly string[] Between = [PageKinds.StaySignedIn, PageKinds.Consent, PageKinds.SelectAccount];

    /// <summary>The OAuth error that reached the app, for <see cref="Error"/>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What the login endpoint said about it.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>Judges the events of one step that visited <paramref name="app"/>.</summary>
    public static VisitOutcome Of(IReadOnlyList<Event> all, string app)
    {
        var step = SinceLastMove(all);
        var visit = VisitTo(step, app);
        if (visit is null) return new(Unknown, $"{app} was never reached");
        if (visit.OnSite) return SiteVisit.Of(step, app);

        // A picture or script that a page left behind is still loading is not a question to the login endpoint.
        var asked = step.OfType<RequestCompleted>().Any(request => request.Site == KnownSites.Login && request.Context != "subresource");
        var posted = step.OfType<CredentialsPosted>().Any() || step.OfType<UserNamePosted>().Any();
        var started = step.OfType<AppSessionStarted>().Any(session => session.App == app);
        var answer = step.OfType<AppAnswered>().LastOrDefault(answered => answered.App == app);
        var pages = step.OfType<PageShown>().ToList();

        // The page on which an identity provider is chosen also asks for credentials; whoever chooses has answered it.
        var chosen = step.OfType<ProviderChosen>().LastOrDefault();
        var afterwards = chosen is null ? step : step.SkipWhile(happened => !ReferenceEquals(happened, chosen));
        var prompt = afterwards.OfType<PageShown>().LastOrDefault(page => page.Kind == PageKinds.Credentials);

        if (step.OfType<AppRejectedTokens>().LastOrDefault(rejected => rejected.App == app) is { } refused)
            return new(Error, $"{app} had to refuse the tokens: {refused.Reason}") { ErrorCode = TokensRefused };
        if (answer is { StateMatches: false })
            return new(Error, $"the answer reached {app} with a state that it had not sent") { ErrorCode = ForeignState };
        if (answer is { Outcome: AnswerOutcomes.Error })
            return new(Error, $"{app} received the error {answer.Error}{Said(answer.ErrorDescription)}") { ErrorCode = answer.Error,
                ErrorDescription = answer.ErrorDescription };

        if (pages.LastOrDefault() is { IsStored: true } stored)
            return new(Unknown, $"the browser showed '{stored.Title}' of {stored.Site} as it had stored it, and asked nobody");
        if (visit.HasSession)
        {
            return asked
                ? new(Unknown, $"{app} had a session of its own, and yet the login endpoint was asked")
                : new(AppSession, $"{app} found its own session and did not ask the login endpoint");
        }

        if (started)
        {
            if (posted) return new(SignedIn, $"credentials were posted, and {app} began a session with a fresh code");
            if (step.OfType<InterruptAnswered>().LastOrDefault() is { } between)
            {
                return between.Interrupt == PageKinds.SecondFactor
                    ? new(SecondFactorGiven,
                        $"a second factor was given, no password was asked for, and {app} began a session with a fresh code")
                    : new(Unknown,
                        $"the page {between.Interrupt} came between although nobody had given credentials, and {app} began a session");
            }

            if (!asked) return new(Unknown, $"{app} began a session although the login endpoint was not asked");
            if (prompt is null && chosen is not null)
                return new(SilentAtProvider, $"{chosen.Provider} was chosen, no page asked for credentials, and {app} began a session");
            if (prompt is null && pages.LastOrDefault(page => page.Site == KnownSites.Login) is { } stray)
                return new(Unknown, $"the page {stray.Kind} was shown, nobody answered it, and {app} began a session all the same");
            return prompt is null
                ? new(Silent, $"{app} got a fresh code with no page and no credentials in between")
                : new(Unknown, $"a credential page was shown, nobody filled it in, and {app} began a session all the same");
        }

        var last = pages.LastOrDefault();
        if (answer is null && step.OfType<InterruptAbandoned>().LastOrDefault() is { } left && last?.Kind == left.Interrupt)
            return new(Abandoned, $"the page {left.Interrupt} of {left.Site} was left without an answer, and {app} got nothing");
        if (last is { Kind: PageKinds.SecondFactor, Site: KnownSites.Login })
            return new(SecondFactorAsked, $"{last.Site} asks for a second factor{Said(last.Message)}");
        if (last is { Kind: PageKinds.Credentials } && !posted && step.OfType<ProviderPrompted>().Any(asked => asked.Provider == last.Site))
            return new(PromptAtProvider, $"the identity provider {last.Site} showed a page that asks for credentials");
        if (last is { Kind: PageKinds.Credentials } && last.Site != KnownSites.Login
            && !step.OfType<CredentialsPosted>().Any(sent => sent.Site == last.Site))
            return new(Unknown, $"{last.Site} asks for credentials, which is not the login endpoint");
        if (last?.Kind == PageKinds.Credentials)
        {
            return posted
                ? new(Rejected, $"the credentials were not accepted{Said(last.Message)}")
                : new(Prompt, $"{last.Site} showed a page that asks for credentials");
        }

        if (answer is null && posted && last is { Kind: PageKinds.App } && last.Site != app
            && step.OfType<AppAnswered>().Any(answered => answered.App == last.Site))
            return new(AnsweredElsewhere, $"credentials were posted for {app}, which got nothing: the browser came to {last.Site} instead");
        if (answer is null && last is { Site: KnownSites.Login } && Between.Contains(last.Kind))
            return new(Interrupted, $"{last.Site} showed the page {last.Kind}");
        if (answer is null && last is { Kind: PageKinds.Notice, Site: KnownSites.Login } && CameAgain(pages, last))
            return new(Interrupted, $"{last.Site} shows “{last.Title}” again whenever it is gone on from");
        if (last?.Kind == PageKinds.Error)
            return new(Error, $"{last.Site} showed an error page{Said(last.Message)}") { ErrorCode = ErrorPage };
        return last is null
            ? new(Unknown, "no page came to rest")
            : new(Unknown, $"the page shown by {last.Site} is not one the recipe knows ('{last.Title}')");
    }

    /// <summary>
    /// The visit that a step is about; null where the app was not reached. Whoever takes up a sign-in page had no session of the app's
    /// own when it came.
    /// </summary>
    internal static AppVisited? VisitTo(IReadOnlyList<Event> step, string app) =>
        step.OfType<SignInTakenUp>().FirstOrDefault(taken => taken.App == app) is { } taken
            ? new AppVisited(app, HasSession: false) { OnSite = taken.OnSite, Sequence = taken.Sequence }
            : step.OfType<AppVisited>().FirstOrDefault(visited => visited.App == app);

    /// <summary>The event by which the last visit began, to whichever app; null for none.</summary>
    internal static (Event Event, string App)? LastBegun(IReadOnlyList<Event> all) =>
        all.LastOrDefault(seen => seen is AppVisited or SignInTakenUp) switch
        {
            AppVisited visited => (visited, visited.App),
            SignInTakenUp taken => (taken, taken.App),
            _ => null,
        };

    /// <summary>What happened since the browser last went back: a page on the way is not where it was to go.</summary>
    internal static IReadOnlyList<Event> SinceLastMove(IReadOnlyList<Event> step) =>
        step.OfType<WentBack>().LastOrDefault() is { } move ? [.. step.SkipWhile(seen => !ReferenceEquals(seen, move))] : step;

    // Another notice may follow one; the same one leads nowhere.
    private static bool CameAgain(List<PageShown> pages, PageShown last) =>
        pages.Count(page => (page.Kind, page.Site, page.Title, page.Url) == (last.Kind, last.Site, last.Title, last.Url)) > 2;

    private static string Said(string? message) => string.IsNullOrWhiteSpace(message) ? "" : $" (“{message.Trim()}”)";
}
