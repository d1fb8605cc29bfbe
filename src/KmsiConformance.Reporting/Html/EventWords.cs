using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>Each event as one line of the evidence list.</summary>
public static class EventWords
{
    private static readonly IReadOnlyDictionary<Type, string> Names = typeof(Event).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    /// <summary>The event's type as written in <c>events.ndjson</c>, for example <c>cookie-changed</c>.</summary>
    public static string Type(Event observed) => Names[observed.GetType()];

    /// <summary>What was observed, short.</summary>
    public static string Text(Event observed) => observed switch
    {
        StepStarted e => e.Text,
        ClockMoved e => $"by {Wording.Span(e.By)}",
        AccountChanged e => $"{e.User}: {e.What}{(e.Page is { } page ? $", on the page {page}" : "")}",
        SessionsListed e => $"{e.User} is shown {e.Number} sessions besides their own",
        ClockPutOff e => $"the clock of the {e.Whose} is {Off(e.Ahead)}",
        BrowserStarted e => $"{e.Browser} {e.Version}" + (e.ProcessId is { } id ? $", process {id}" : ""),
        BrowserStopped e => e.Kind,
        RequestCompleted e => Request(e),
        PageShown e => $"{e.Kind} on {e.Site}: {e.Title}{Box(e.KeepMeSignedIn)}{Quoted(e.Message)}{Named(e.SignedInAs)}"
            + $"{(e.IsStored ? ", stored" : "")} ({e.Url})",
        CredentialsPosted e => $"{e.User} on {e.Site}{Box(e.KeepMeSignedIn, "ticked", "not ticked")}",
        ControlMissing e => $"no {e.Control} on the page of {e.Site}{(e.RecipeKey is { } key ? $", recipe key {key}" : "")} ({e.Url})",
        HostNotVisited e => $"{e.Host} ({e.Context}), which the target has not declared",
        FrameBlocked e => $"the frame of {e.Site} on a page of {e.PageSite}, by {e.Rule}",
        CookieWithheld e => $"{e.Name}{Role(e.Role)} stayed behind when {e.Site} was asked ({e.Context}), by {e.Rule}",
        CookieRefused e => $"{e.Name}{Role(e.Role)} of {e.Site} ({e.Context}) was not stored, by {e.Rule}",
        UserNamePosted e => $"{e.User} on {e.Site}",
        InterruptAnswered e => $"{e.Interrupt} on {e.Site}: {e.Answer}"
            + $"{(e.BoxTicked is { } ticked ? $", box {(ticked ? "ticked" : "not ticked")}" : "")}"
            + $"{(e.Unasked ? " (the scenario names no answer)" : "")}",
        InterruptAbandoned e => $"{e.Interrupt} on {e.Site}",
        SessionStateReceived e => $"{e.App}: {e.Fingerprint}{(e.HasSpace ? ", with a space" : "")}",
        LogoutTokenReceived e => $"{e.App}: {e.Problem ?? $"in order, ended {e.EndedSessions}"} → {e.Status}",
        SignInLogRead e => $"{e.Rows.Count} entries: {string.Join(", ", e.Rows.Select(row => $"{row.Code} of {row.User} for {row.App}"))}",
        CookieChanged e => Cookie(e),
        CookiesFoundAtStart { Cookies.Count: 0 } => "the new process found no cookie in its profile",
        CookiesFoundAtStart e => $"the new process found {string.Join(", ", e.Cookies.Select(Found))}",
        WentBack e => "one page",
        Reloaded e => "the page that was shown",
        TokensReceived e => $"{e.App}, {(e.CacheControl is { } rule ? $"Cache-Control: {rule}" : "without Cache-Control")}",
        AppVisited { OnSite: true } e => $"{e.App}, a page of the login endpoint's own site",
        AppVisited e => $"{e.App}, {(e.HasSession ? "which has a session of its own" : "which has no session of its own")}",
        SessionSought { Cookies.Count: 0 } e => $"in the {e.In}: no cookie holds a session",
        SessionSought e => $"{string.Join(", ", e.Cookies)} in the {e.In}, {e.Searched} of them: "
            + (e.Found.Count == 0 ? "found in none" : $"found in {string.Join(" and in ", e.Found)}"),
        RequestForged e => $"{e.What} of {e.User}, from a page of a stranger: {e.Method} {e.Url}",
        SignInTakenUp e => $"the page that was left open for {e.App}",
        AppAnswered e =>
            $"{e.App}: {e.Outcome}{Quoted(e.Error)}{Quoted(e.ErrorDescription)}{(e.StateMatches ? "" : ", state does not match")}",
        AppSessionStarted e => $"{e.App} for {e.Subject}: "
            + string.Join(", ", e.Claims.OrderBy(claim => claim.Key, StringComparer.Ordinal).Select(claim => $"{claim.Key} {claim.Value}")),
        AppSessionEnded e => $"{e.App}: {e.Reason}",
        ProviderChosen e => $"{e.Provider}, on the login endpoint's page",
        ProviderAsked e => $"{e.Provider} for {e.For} ({e.How})",
        ProviderPrompted e => e.Provider,
        ProviderSessionStarted e => $"{e.Provider} for {e.User}",
        ProviderSessionEnded e => $"{e.Provider}: {e.Reason}",
        AppReady e => $"{e.App}, {e.Kind}, {(e.HasLogoutUrl ? "with" : "without")} a LogoutUrl",
        AppReturned e => $"{e.App}: the browser came back{(e.StateMatches ? "" : ", state does not match")}",
        SignOutStarted e => e.App,
        SignOutPressed e => $"on the page of {e.App}",
        AppNotified e => Notified(e),
        AppRenewed e => $"{e.App}: {e.Outcome}{Quoted(e.Error)}",
        AppRefreshed e => $"{e.App}: {(e.Accepted ? $"new tokens for {e.Subject}" : $"refused{Quoted(e.Error)}")}",
        AppRejectedTokens e => $"{e.App}: {e.Reason}",
        CodeReplayed e => $"{e.App}: {(e.Accepted ? "tokens were given again" : $"refused{Quoted(e.Error)}")}",
        ExchangedByBasic e => $"{e.App}, {(e.NamesClient ? "with" : "without")} client_id in the body: "
            + (e.Accepted ? "tokens were given" : $"refused{Quoted(e.Error)}"),
        UserInfoAnswered e => $"{e.App}, {e.With}: {e.Status}{(e.Subject is { } subject ? $", it names {subject}" : "")}",
        KeysRead { Misspelt.Count: 0 } e => $"{e.App}: all in base64url",
        KeysRead e => $"{e.App}: {string.Join(", ", e.Misspelt)} not in base64url without padding",
        CodeMisused e => $"{e.App}, {e.With}: {(e.Accepted ? "tokens were given" : $"refused{Quoted(e.Error)}")}",
        RefreshMisused e => $"{e.App}, {e.With}: {(e.Accepted ? "tokens were given" : $"refused{Quoted(e.Error)}")}",
        CookiesRead e => $"{e.Count} cookies in the store",
        SignInObserved e => $"{e.App}: {e.Outcome}, because {e.Because}",
        ScreenshotTaken e => $"{e.Caption} ({e.File})",
        HarnessFault e => e.Message,
        WorldReady e => e.Policy,
        StepEnded { Unjudged: { } why } => $"{why.Verdict.Text()}: expected {why.Expected}, saw {why.Actual}",
        StepEnded e => string.Create(CultureInfo.InvariantCulture, $"after {e.DurationMs} ms of real time"),
        ResultRefused { } => "another worker had a result first: this one counts for nothing",
        StepWithdrawn e => $"{e.Because.Verdict.Text()}: expected {e.Because.Expected}, saw {e.Because.Actual}",
        ScenarioEnded e => $"{e.Verdict.Text()}: {e.Reason}",
        _ => observed.ToString(),
    };

    /// <summary>What reached an app's LogoutUrl, and what came of it.</summary>
    public static string Notified(AppNotified e) =>
        $"{e.App} was told of a sign-out by {e.Method}, {(e.HasCookie ? "with" : "without")} its session cookie; " +
        $"{(e.EndedSession ? "it ended its session" : "it ended no session")} and "
        + $"{(e.Status == 0 ? "never answered" : $"answered {e.Status}")}";

    /// <summary>How wrong a clock is.</summary>
    public static string Off(TimeSpan ahead) => ahead.Ticks switch
    {
        0 => "right",
        > 0 => $"{Wording.Span(ahead)} ahead",
        _ => $"{Wording.Span(-ahead)} behind",
    };

    private static string Request(RequestCompleted e) =>
        $"#{e.Number} {e.Method} {e.Url} → {(e.Status == 0 ? "no answer" : e.Status)}" +
        (e.Location is { } location ? $" to {location}" : "") +
        (e.RedirectedFrom is { } from ? $", redirected from #{from}" : "") +
        (e.Context == "top-level" ? "" : $", {e.Context}");

    private static string Cookie(CookieChanged e) =>
        $"{e.Change}: {e.Name}{(e.Role is { } role ? $" ({role})" : "")} of {e.Domain}{e.Path}, " +
        (e.Partition is { } partition ? $"{partition}, " : "") +
        (e.ExpiresAt is { } expiry ? $"until {Wording.Utc(expiry)}" : "session cookie") +
        $"{(e.Secure ? ", Secure" : "")}{(e.HttpOnly ? ", HttpOnly" : "")}, SameSite {e.SameSite}, value {e.ValueFingerprint}";

    private static string Found(FoundCookie cookie) =>
        $"{cookie.Name}{(cookie.Role is { } role ? $" ({role})" : "")} of {cookie.Domain} (" +
        (cookie.Partition is { } partition ? $"{partition}, " : "") +
        $"{(cookie.ExpiresAt is { } expiry ? $"until {Wording.Utc(expiry)}" : "session cookie")})";

    private static string Role(string? role) => role is null ? "" : $" ({role})";

    private static string Quoted(string? text) => string.IsNullOrEmpty(text) ? "" : $" “{text}”";

    private static string Named(string? user) => string.IsNullOrEmpty(user) ? "" : $", signed in as “{user}”";

    private static string Box(bool? box, string yes = "offered", string no = "not offered") =>
        box is { } known ? $", keep me signed in {(known ? yes : no)}" : "";
}
