using KmsiConformance.Checks.Cookies;
using KmsiConformance.Checks.Pages;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Invariants;

/// <summary>All invariants, each where it is due.</summary>
public static class AllInvariants
{
    private static readonly MeantCookie SessionCookie = new(CookieRoles.Session, KnownSites.Login);

    /// <summary>Those that have something to look at in the step that is judged.</summary>
    public static IEnumerable<Invariant> DueAfter(Evidence evidence) =>
        [.. OfTokens(evidence), .. OfCookies(evidence), .. OfPages(evidence), .. OfSignOuts(evidence)];

    private static IEnumerable<Invariant> OfTokens(Evidence evidence)
    {
        foreach (var app in Apps(evidence.Step.OfType<AppSessionStarted>().Select(begun => begun.App)))
        {
            yield return new(new WhoeverIsSignedInGaveCredentials(app), ["R-005", "R-082", "N-15", "D-12", "N-118"]);
            if (EachHasASid(evidence, app) && !BroughtCookie.Exists(evidence))
                yield return new(new SessionIdIsOfThisSession(app), ["N-42"]);
            yield return new(new SessionIdIsOfNoOtherUser(app), ["N-42"]);
            yield return new(new ClaimsAreOfThisUser(app, []), ["R-145", "N-15"]);
        }

        foreach (var app in Apps(evidence.Step.Select(Tokens).OfType<string>()).Where(app => IsOfOnePolicy(evidence, app)))
            yield return new(new AuthTimeIsWhenCredentialsWereGiven(app, SharingOf(evidence)), ["N-13", "N-89"]);
        foreach (var app in Apps(evidence.Step.OfType<AppRefreshed>().Select(refreshed => refreshed.App)))
            yield return new(new RefreshKeepsTheUser(app), ["N-13"]);
        foreach (var app in Apps(evidence.Step.OfType<KeysRead>().Select(read => read.App)))
            yield return new(new KeysAreWrittenInBase64Url(app), ["N-107"]);
        foreach (var app in Apps(evidence.Step.OfType<TokensReceived>().Select(received => received.App)))
            yield return new(new TokensAreKeptFromStores(app), ["N-17"]) { CountsOnceItHeld = true };
    }

    private static IEnumerable<Invariant> OfCookies(Evidence evidence)
    {
        if (!evidence.Step.OfType<CookieChanged>().Any(change => change.Change != "gone" && SessionCookie.Is(change))) yield break;
        yield return new(new CookieIsSecure(SessionCookie, true), ["N-83", "W-05", "G-17"]) { CountsOnceItHeld = true };
        yield return new(new CookieIsHttpOnly(SessionCookie, true), ["N-84", "D-09", "W-06", "G-19"]) { CountsOnceItHeld = true };
        yield return new(new CookieIsSameSite(SessionCookie, "lax-or-strict"), ["W-07", "G-23"]) { CountsOnceItHeld = true };
        yield return new(new CookieHasPrefix(SessionCookie, "__Host-"), ["W-14", "G-22"]) { CountsOnceItHeld = true };
        if (SignInWithBox.Of(evidence) is { } signIn)
        {
            yield return new(new CookieIsNewAtSignIn(SessionCookie), ["D-14", "W-03", "G-13"]) { CountsOnceItHeld = true };
            if (signIn.Lasts is { } days)
            {
                yield return new(new CookieLasts(SessionCookie, days, "as long as users are kept signed in"), ["R-042"]);
                yield return new(new CookieIsPersistent(SessionCookie), ["R-121"]);
            }
            else yield return new(new CookieEndsWithTheBrowserSession(SessionCookie), ["R-044", "R-122"]);
        }
    }

    private static IEnumerable<Invariant> OfPages(Evidence evidence)
    {
        if (evidence.Step.OfType<PageShown>().Any(page => page is { Site: KnownSites.Login, Kind: PageKinds.Credentials }))
            yield return new(new CredentialPageIsNotFramed(), ["N-43", "W-15"]) { CountsOnceItHeld = true };
        if (!evidence.Step.OfType<AppAnswered>().Any()) yield break;
        yield return new(new RedirectWithCodeIsNotStored(), ["N-45"]) { CountsOnceItHeld = true };
        yield return new(new AnswerIsKeptFromStores(), ["N-18", "N-97"]) { CountsOnceItHeld = true };
    }

    private static IEnumerable<Invariant> OfSignOuts(Evidence evidence)
    {
        foreach (var app in Apps(evidence.Step.OfType<LogoutTokenReceived>().Select(told => told.App)))
            yield return new(new LogoutTokensAreInOrder(app), ["N-61"]);
        if (!evidence.Step.OfType<AppNotified>().Any()) yield break;
        yield return new(new NotificationIsAGetRequest(), ["R-102"]);
        yield return new(new NotifiedBeforeTheBrowserLeaves(), ["N-37"]);
        if (IsShared(evidence)) yield return new(new NoOtherAppIsNotified(), ["R-102"]);
        var named = evidence.Step.OfType<AppNotified>().Where(told => told is not { Issuer: null, SessionFingerprint: null });
        foreach (var app in Apps(named.Select(told => told.App)))
        {
            yield return new(new NotificationNamesTheIssuer(app), ["N-104"]);
            yield return new(new NotificationNamesTheSession(app), ["N-51"]);
        }
    }

    // Whether every token has one is a matter of the scenario that asks for it.
    private static bool EachHasASid(Evidence evidence, string app) => evidence.Everywhere.OfType<AppSessionStarted>()
        .Where(begun => begun.App == app).All(begun => begun.Claims.ContainsKey("sid"));

    private static string? Tokens(Event seen) => seen switch
    {
        AppSessionStarted begun => begun.App,
        AppRefreshed { Accepted: true } refreshed => refreshed.App,
        _ => null,
    };

    private static SessionSharing SharingOf(Evidence evidence) => Settings(evidence)?.Scope switch
    {
        SessionScopes.Application => SessionSharing.OneApp,
        SessionScopes.Policy => SessionSharing.OnePolicy,
        _ => SessionSharing.Everybody,
    };

    // Another policy may share nothing with this one; and where a session began in silence, the provider knows when its own did.
    private static bool IsOfOnePolicy(Evidence evidence, string app)
    {
        if (Settings(evidence)?.Scope == SessionScopes.Suppressed && !evidence.Step.OfType<CredentialsPosted>().Any()) return false;
        if (evidence.All.OfType<ProviderChosen>().Any(chosen => !evidence.All.OfType<CredentialsPosted>().Any(posted =>
                posted.Step == chosen.Step && posted.Sequence > chosen.Sequence)))
            return false;
        return SharingOf(evidence) == SessionSharing.OnePolicy
            || TypedSignIn.In(evidence.All) is not [.., { Begun: { } typed }]
            || evidence.All.OfType<AppSessionStarted>().LastOrDefault(begun => begun.App == app) is not { } own
            || typed.Policy == own.Policy;
    }

    /// <summary>Whether all apps share one session: then there is one cookie, and one set of apps that are told.</summary>
    internal static bool IsShared(Evidence evidence) => Settings(evidence)?.Scope is null or SessionScopes.Tenant;

    internal static WorldSettings? Settings(Evidence evidence) => evidence.Everywhere.OfType<WorldReady>().LastOrDefault()?.Settings;

    private static IEnumerable<string> Apps(IEnumerable<string> apps) => apps.Distinct(StringComparer.Ordinal);
}
