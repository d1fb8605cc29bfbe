using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>Each event as one line of the evidence list.</summary>
public static class EventWords
{
    /// <summary>The event's type as written in <c>events.ndjson</c>, for example <c>cookie-changed</c>.</summary>
    public static string Type(Event observed) => observed switch
    {
        StepStarted => "step-started",
        ClockMoved => "clock-moved",
        BrowserStarted => "browser-started",
        BrowserStopped => "browser-stopped",
        RequestCompleted => "request",
        PageShown => "page",
        CredentialsPosted => "credentials-posted",
        UserNamePosted => "user-name-posted",
        InterruptAnswered => "interrupt-answered",
        InterruptAbandoned => "interrupt-abandoned",
        SignInLogRead => "sign-in-log-read",
        CookieChanged => "cookie-changed",
        AppVisited => "app-visited",
        AppAnswered => "app-answered",
        AppSessionStarted => "app-session-started",
        AppSessionEnded => "app-session-ended",
        SignInObserved => "sign-in-observed",
        ScreenshotTaken => "screenshot",
        HarnessFault => "harness-fault",
        _ => observed.GetType().Name,
    };

    /// <summary>What was observed, short.</summary>
    public static string Text(Event observed) => observed switch
    {
        StepStarted e => e.Text,
        ClockMoved e => $"by {Wording.Span(e.By)}",
        BrowserStarted e => $"{e.Browser} {e.Version}" + (e.ProcessId is { } id ? $", process {id}" : ""),
        BrowserStopped e => e.Kind,
        RequestCompleted e => Request(e),
        PageShown e => $"{e.Kind} on {e.Site}: {e.Title}{Box(e.KeepMeSignedIn)}{Quoted(e.Message)} ({e.Url})",
        CredentialsPosted e => $"{e.User} on {e.Site}{Box(e.KeepMeSignedIn, "ticked", "not ticked")}",
        UserNamePosted e => $"{e.User} on {e.Site}",
        InterruptAnswered e => $"{e.Interrupt} on {e.Site}: {e.Answer}{(e.BoxTicked is { } ticked ? $", box {(ticked ? "ticked" : "not ticked")}" : "")}{(e.Unasked ? " (the scenario names no answer)" : "")}",
        InterruptAbandoned e => $"{e.Interrupt} on {e.Site}",
        SignInLogRead e => $"{e.Rows.Count} entries: {string.Join(", ", e.Rows.Select(row => $"{row.Code} of {row.User} for {row.App}"))}",
        CookieChanged e => Cookie(e),
        AppVisited e => $"{e.App}, {(e.HasSession ? "which has a session of its own" : "which has no session of its own")}",
        AppAnswered e => $"{e.App}: {e.Outcome}{Quoted(e.Error)}{Quoted(e.ErrorDescription)}{(e.StateMatches ? "" : ", state does not match")}",
        AppSessionStarted e => $"{e.App} for {e.Subject}: {string.Join(", ", e.Claims.OrderBy(claim => claim.Key, StringComparer.Ordinal).Select(claim => $"{claim.Key} {claim.Value}"))}",
        AppSessionEnded e => $"{e.App}: {e.Reason}",
        SignInObserved e => $"{e.App}: {e.Outcome}, because {e.Because}",
        ScreenshotTaken e => $"{e.Caption} ({e.File})",
        HarnessFault e => e.Message,
        _ => observed.ToString(),
    };

    private static string Request(RequestCompleted e) =>
        $"#{e.Number} {e.Method} {e.Url} → {(e.Status == 0 ? "no answer" : e.Status)}" +
        (e.Location is { } location ? $" to {location}" : "") +
        (e.RedirectedFrom is { } from ? $", redirected from #{from}" : "") +
        (e.Context == "top-level" ? "" : $", {e.Context}");

    private static string Cookie(CookieChanged e) =>
        $"{e.Change}: {e.Name}{(e.Role is { } role ? $" ({role})" : "")} of {e.Domain}{e.Path}, " +
        (e.ExpiresAt is { } expiry ? $"until {Wording.Utc(expiry)}" : "session cookie") +
        $"{(e.Secure ? ", Secure" : "")}{(e.HttpOnly ? ", HttpOnly" : "")}, SameSite {e.SameSite}, value {e.ValueMark}";

    private static string Quoted(string? text) => string.IsNullOrEmpty(text) ? "" : $" “{text}”";

    private static string Box(bool? box, string yes = "offered", string no = "not offered") =>
        box is { } known ? $", keep me signed in {(known ? yes : no)}" : "";
}
