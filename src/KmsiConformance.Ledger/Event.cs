using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <summary>
/// One observed fact. Events are only ever appended; <c>events.ndjson</c> holds one per line. Secrets never enter an
/// event: cookie values are marks (see <see cref="Secrets"/>), codes and tokens are masked, passwords are absent.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StepStarted), "step-started")]
[JsonDerivedType(typeof(ClockMoved), "clock-moved")]
[JsonDerivedType(typeof(BrowserStarted), "browser-started")]
[JsonDerivedType(typeof(BrowserStopped), "browser-stopped")]
[JsonDerivedType(typeof(RequestCompleted), "request")]
[JsonDerivedType(typeof(PageShown), "page")]
[JsonDerivedType(typeof(CredentialsPosted), "credentials-posted")]
[JsonDerivedType(typeof(CookieChanged), "cookie-changed")]
[JsonDerivedType(typeof(CookiesRead), "cookies-read")]
[JsonDerivedType(typeof(AppVisited), "app-visited")]
[JsonDerivedType(typeof(SignInTakenUp), "sign-in-taken-up")]
[JsonDerivedType(typeof(AppAnswered), "app-answered")]
[JsonDerivedType(typeof(AppSessionStarted), "app-session-started")]
[JsonDerivedType(typeof(AppRejectedTokens), "app-rejected-tokens")]
[JsonDerivedType(typeof(CodeReplayed), "code-replayed")]
[JsonDerivedType(typeof(AppSessionEnded), "app-session-ended")]
[JsonDerivedType(typeof(AppReturned), "app-returned")]
[JsonDerivedType(typeof(SignInObserved), "sign-in-observed")]
[JsonDerivedType(typeof(ScreenshotTaken), "screenshot")]
[JsonDerivedType(typeof(HarnessFault), "harness-fault")]
public abstract partial record Event
{
    /// <summary>Position in the scenario's ledger, from 1; set by <see cref="WorldLedger.Append"/>.</summary>
    public int Sequence { get; init; }

    /// <summary>The scenario's id, for example <c>lifetime/ticked-outlives-the-short-session</c>.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>The step during which the fact was seen, from 1; 0 before the first step.</summary>
    public int Step { get; init; }

    /// <summary>The world's time, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The device on which it was seen; null in a world of one browser, and for what concerns all of them.</summary>
    public string? Device { get; init; }

    /// <summary>The tab in which it was seen; null in a world of one tab, and for what concerns all of them.</summary>
    public string? Tab { get; init; }
}

/// <summary>A step begins. <paramref name="Text"/> reads like a line of a test protocol.</summary>
public sealed record StepStarted(string Text) : Event;

/// <summary>The world clock moved by <paramref name="By"/>; <see cref="Event.At"/> is the time after the move.</summary>
public sealed record ClockMoved(TimeSpan By) : Event;

/// <summary>A browser process started on the world's profile folder.</summary>
public sealed record BrowserStarted(string Browser, string Version, int? ProcessId) : Event;

/// <summary>A browser process ended. <paramref name="Kind"/> is the kind of restart, or <c>end</c> (of the scenario).</summary>
public sealed record BrowserStopped(string Kind) : Event;

/// <summary>
/// One HTTP exchange of the browser. A redirect chain is linked by <paramref name="RedirectedFrom"/>, the number of the
/// exchange whose answer caused this one. Query and fragment values are masked.
/// </summary>
/// <param name="Number">Number of the exchange within the scenario and its device, from 1.</param>
/// <param name="Site">The site's role: <c>login</c>, an app's name, or the bare host name of a stranger.</param>
/// <param name="Context"><c>top-level</c>, <c>frame</c> or <c>subresource</c>.</param>
/// <param name="Status">HTTP status, or 0 when no answer came.</param>
public sealed record RequestCompleted(
    int Number, string Method, string Url, string Site, string Context, int Status, int? RedirectedFrom, string? Location) : Event
{
    /// <summary>The answer's <c>Cache-Control</c>; null where it has none.</summary>
    public string? CacheControl { get; init; }

    /// <summary>The answer's <c>Expires</c>, as it came; null where it has none.</summary>
    public string? Expires { get; init; }

    /// <summary>What the answer says of who may frame it; null where it says nothing.</summary>
    public FramingHeaders? Framing { get; init; }
}

/// <summary>
/// A page settled in the top-level window. <paramref name="Kind"/> is what the recipe recognises: <c>credentials</c>,
/// <c>error</c>, <c>signed-out</c>, <c>app</c>, <c>left</c> (the browser was sent to an address that is none of the web),
/// <c>unknown</c>, or the name of an interrupt such as <c>stay-signed-in</c>.
/// </summary>
/// <param name="KeepMeSignedIn">Whether a keep-me-signed-in box is offered; null where it makes no sense.</param>
/// <param name="Message">The error text shown to the user, if any.</param>
public sealed record PageShown(string Url, string Site, string Kind, string Title, bool? KeepMeSignedIn, string? Message) : Event
{
    /// <summary>The apps whose protected page has this address, where they are parts of the login endpoint's own site.</summary>
    public IReadOnlyList<string> ProtectedBy { get; init; } = [];

    /// <summary>Whether the browser had it stored and did not ask for it.</summary>
    public bool IsStored { get; init; }

    /// <summary>Whether the keep-me-signed-in box was ticked before anybody touched it; null where none is offered.</summary>
    public bool? BoxIsTicked { get; init; }

    /// <summary>What the page calls the user who is signed in; null where nothing that the recipe knows does.</summary>
    public string? SignedInAs { get; init; }
}

/// <summary>The harness filled in and submitted a credential page. The password is not recorded.</summary>
public sealed record CredentialsPosted(string Site, string User, bool? KeepMeSignedIn) : Event;

/// <summary>
/// A cookie in the browser's own store differs from what it was when last looked at.
/// </summary>
/// <param name="Change"><c>set</c> (new), <c>renewed</c> (value or expiry differs) or <c>gone</c>.</param>
/// <param name="Site">The role of the site the cookie belongs to.</param>
/// <param name="Role"><c>sso</c>, <c>app-session</c> or another role of the recipe; null when it has none.</param>
/// <param name="Domain">The cookie's domain as stored; a leading dot means that it is not host-only.</param>
/// <param name="ExpiresAt">World time of the stored expiry; null for a session cookie.</param>
/// <param name="ValueFingerprint">A fingerprint that is equal for equal values within a run and does not reveal the value.</param>
public sealed record CookieChanged(
    string Change, string Site, string? Role, string Name, string Domain, string Path,
    DateTimeOffset? ExpiresAt, bool Secure, bool HttpOnly, string SameSite, string ValueFingerprint) : Event
{
    /// <summary>The partition it lives in; null for a cookie of the common store.</summary>
    public CookiePartition? Partition { get; init; }

    /// <summary>What tells it from every other cookie of the store.</summary>
    [JsonIgnore]
    public CookieIdentity Identity => new(Name, Domain, Path, Partition);
}

/// <summary>The browser's whole cookie store was read; differences were appended just before as <see cref="CookieChanged"/>.</summary>
public sealed record CookiesRead(int Count) : Event
{
    /// <summary>Whether the browser does not say which of them are partitioned.</summary>
    public bool PartitionsAreUntold { get; init; }
}

/// <summary>A protected page of an app was requested.</summary>
/// <param name="HasSession">Whether the app found a live session of its own and so did not ask the login endpoint.</param>
public sealed record AppVisited(string App, bool HasSession) : Event
{
    /// <summary>Whether the page is one of the login endpoint's own site, which asks by itself and tells no app.</summary>
    public bool OnSite { get; init; }
}

/// <summary>The sign-in page that an earlier visit to the app left open is filled in now.</summary>
/// <param name="OnSite">Whether the app is a part of the login endpoint's own site, which tells no app.</param>
public sealed record SignInTakenUp(string App, bool OnSite) : Event;

/// <summary>
/// The login endpoint's answer reached the app's redirect URI: a fresh code, or an error.
/// </summary>
/// <param name="Outcome"><c>code</c> or <c>error</c>.</param>
/// <param name="Error">The OAuth error, for example <c>interaction_required</c>.</param>
/// <param name="StateMatches">Whether the state is the one that this app sent and had not yet used.</param>
public sealed record AppAnswered(string App, string Outcome, string? Error, string? ErrorDescription, bool StateMatches) : Event;

/// <summary>The app exchanged a code for validated tokens and began a session of its own.</summary>
/// <param name="Claims">The id_token's claims that may be shown; values of secrets are masked.</param>
public sealed record AppSessionStarted(string App, string Subject, IReadOnlyDictionary<string, string> Claims) : Event
{
    /// <summary>The policy under which somebody signed in, by the claim tfp or acr; null where neither says so.</summary>
    [JsonIgnore]
    public string? Policy => Claims.GetValueOrDefault("tfp") ?? Claims.GetValueOrDefault("acr");
}

/// <summary>The app received tokens that it must not accept, for example with a foreign nonce or a bad signature.</summary>
public sealed record AppRejectedTokens(string App, string Reason) : Event;

/// <summary>The app tried a code that it had already exchanged.</summary>
/// <param name="Accepted">Whether it got tokens for it again.</param>
/// <param name="Error">The error it got instead.</param>
public sealed record CodeReplayed(string App, bool Accepted, string? Error) : Event;

/// <summary>The browser came back to the app's page for signed-out users.</summary>
/// <param name="StateMatches">Whether the state is the one that the app sent with its logout request.</param>
public sealed record AppReturned(string App, bool StateMatches) : Event;

/// <summary>
/// The app's own session ended. <paramref name="Reason"/> is <c>sign-out</c>, <c>notified</c>, <c>expired</c> or
/// <c>rejected</c>.
/// </summary>
public sealed record AppSessionEnded(string App, string Reason) : Event;

/// <summary>
/// What a visit to an app turned out to be, judged from the events above: <c>silent</c>, <c>prompt</c>,
/// <c>app-session</c>, <c>error</c>, <c>rejected</c>, <c>signed-in</c> (after a prompt) or <c>unknown</c>.
/// </summary>
public sealed record SignInObserved(string App, string Outcome, string Because) : Event;

/// <summary>A picture of the page; <paramref name="File"/> is relative to the run folder.</summary>
public sealed record ScreenshotTaken(string File, string Caption) : Event;

/// <summary>The harness itself failed; <paramref name="Message"/> says where and what to do.</summary>
public sealed record HarnessFault(string Message) : Event;
