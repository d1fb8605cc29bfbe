using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;

namespace KmsiConformance.Tests.Checks;

/// <summary>Events as the ledger holds them, of a user alice, the apps groceries and pharmacy, and the provider contoso.</summary>
internal static class Seen
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly StepStarted Step = new("a step");

    // All apps; only silent cannot be told of a sign-out.
    public static readonly Event[] ReadyApps = [Ready("groceries"), Ready("pharmacy"), Ready("bakery"),
        new AppReady("silent", "web", false)];

    // Visiting groceries.
    public static readonly AppVisited Visited = new("groceries", false);
    public static readonly AppVisited VisitedWithASession = new("groceries", true);
    public static readonly RequestCompleted AskedLogin = Visit("login") with { Status = 302 };
    public static readonly AppAnswered Code = new("groceries", "code", null, null, true);
    public static readonly PageShown AppPage = new("https://groceries.localhost/welcome", "groceries", "app", "Signed in", null, null);

    // Taking up a sign-in page of groceries that was left open, and what pharmacy got instead.
    public static readonly SignInTakenUp TakenUp = new("groceries", OnSite: false);
    public static readonly SignInTakenUp TakenUpOnSite = new("groceries", OnSite: true);
    public static readonly AppAnswered CodeOfPharmacy = Code with { App = "pharmacy" };
    public static readonly PageShown PageOfPharmacy = AppPage with { Url = "https://pharmacy.localhost/welcome", Site = "pharmacy" };

    // Visiting groceries where it is a part of the login endpoint's own site.
    public static readonly AppVisited VisitedOnSite = new("groceries", false) { OnSite = true };
    public static readonly PageShown Protected =
        new("https://login.localhost/account", "login", "protected", "Account", null, null) { ProtectedBy = ["groceries"] };
    public static readonly PageShown Unmarked = Protected with { Kind = "unknown" };
    public static readonly PageShown HomePage = new("https://login.localhost/", "login", "unknown", "Home", null, null);
    public static readonly SignOutStarted SiteSignOutBegan = new("groceries") { OnSite = true };
    public static readonly SignOutPressed SignOutDone = new("groceries");

    // Pages of the login endpoint.
    public static readonly PageShown Prompt = new("https://login.localhost/authorize", "login", "credentials", "Sign in", true, null);
    public static readonly PageShown Factor = Prompt with { Kind = "second-factor", KeepMeSignedIn = null };
    public static readonly PageShown Question = Factor with { Kind = "stay-signed-in" };
    public static readonly PageShown Choice = Factor with { Kind = "select-account" };
    public static readonly PageShown Consent = Factor with { Kind = "consent" };
    public static readonly PageShown ErrorPage = Factor with { Kind = "error", Title = "Error", Message = "AADB2C90272" };
    public static readonly PageShown SignedOutPage = Factor with { Kind = "signed-out", Title = "Signed out" };
    public static readonly PageShown OddPage = Factor with { Kind = "unknown", Title = "Maintenance" };

    // What the user does.
    public static readonly CredentialsPosted Posted = new("login", "alice", true) { At = Noon };
    public static readonly InterruptAnswered FactorGiven = new("login", "second-factor", "verify", null, false);
    public static readonly InterruptAnswered QuestionAnswered = new("login", "stay-signed-in", "yes", null, false);
    public static readonly InterruptAnswered ConsentGiven = new("login", "consent", "accept", null, true);
    public static readonly InterruptAnswered ConsentRefused = new("login", "consent", "cancel", null, false);
    public static readonly InterruptAnswered SignOutConfirmed = QuestionAnswered with { Interrupt = "confirm-sign-out" };
    public static readonly InterruptAbandoned QuestionLeft = new("login", "stay-signed-in");

    // The provider.
    public static readonly ProviderChosen Chosen = new("contoso");
    public static readonly ProviderPrompted ProviderPrompts = new("contoso");
    public static readonly ProviderAsked AskedContoso = new("contoso", "sign-in", "authorize");
    public static readonly PageShown ProviderPage = Prompt with { Site = "contoso", KeepMeSignedIn = null };

    // Signing out of groceries.
    public static readonly SignOutStarted SignOutBegan = new("groceries");
    public static readonly RequestCompleted AtLogout = Visit("login");
    public static readonly RequestCompleted AtStranger = Visit("stranger.localhost");
    public static readonly AppReturned Back = new("groceries", true);

    // Cookies that checks are about.
    public static readonly MeantCookie Sso = new("sso");
    public static readonly MeantCookie AppSessionOfGroceries = new("app-session", "groceries");

    // The sso cookie of a ticked box.
    public static readonly CookieChanged Kept = new(
        "set", "login", "sso", "x-ms-cpim-sso:demo_0", "login.localhost", "/", Noon.AddDays(7), true, true, "None", "00aa") { At = Noon };

    public static readonly CookieChanged KeptApart = Kept with { Role = "kept", Name = "remember-me" };

    public static readonly CookieChanged KeptInAPartition = Kept with { Partition = new CookiePartition("https://shop.localhost", true) };

    public static CookieChanged AppCookie(string app) => Kept with { Role = "app-session", Site = app, Domain = $"{app}.localhost" };

    public static readonly CookiesRead StoreRead = new(1);

    public static RequestCompleted Visit(string site) => new(2, "GET", $"https://{site}/", site, "top-level", 200, 1, null);

    /// <summary>An app began a session of its own; auth_time is when alice gave her credentials.</summary>
    public static AppSessionStarted Began(string app, string subject = "alice-id")
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["iss"] = "https://login.localhost/v2.0",
            ["sid"] = "5e55",
            ["auth_time"] = FormattableString.Invariant($"{Noon.ToUnixTimeSeconds()}"),
        };
        return new AppSessionStarted(app, subject, claims);
    }

    private static AppReady Ready(string app) => new(app, "web", true);

    public static AppAnswered OAuthError(string error, string? description = null) => new("groceries", "error", error, description, true);

    public static ControlMissing Missing(string recipeKey) => new("login", "https://login.localhost/authorize", "control", recipeKey);

    /// <summary>A sign-in log with one entry of alice for each code.</summary>
    public static SignInLogRead Logged(params int[] codes) =>
        new([.. codes.Select(code => new LoggedSignInRow(Noon, "alice", "groceries", code, null))]);

    public static AppRefreshed Refreshed(string app, string? error = null, string? subject = "alice-id", long? authTime = null) =>
        new(app, error is null, error, subject, authTime);

    /// <summary>The same on another device than that of whatever comes last.</summary>
    public static T Elsewhere<T>(T seen) where T : Event => seen with { Device = "elsewhere" };

    public static AppNotified Told(string app, string method = "GET") =>
        new(app, method, true, true, "https://login.localhost/v2.0", "5e55", 200);
}
