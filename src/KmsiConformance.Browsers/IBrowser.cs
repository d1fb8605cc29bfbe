using KmsiConformance.Ledger;

namespace KmsiConformance.Browsers;

/// <summary>
/// A browser on a profile of its own. One tab is in use; the profile outlives the process, and is deleted on dispose.
/// Every member throws <see cref="BrowserGoneException"/> when the process has died, and
/// <see cref="TimeoutException"/> when the page does not come to rest within the limit.
/// </summary>
public interface IBrowser : IAsyncDisposable
{
    /// <summary><c>chromium</c>, <c>firefox</c> or <c>simulated</c>.</summary>
    string Name { get; }

    /// <summary>The version that the running browser names itself; empty before the first start.</summary>
    string Version { get; }

    /// <summary>The id of the running browser's main process; null when not running or not known on this system.</summary>
    int? ProcessId { get; }

    /// <summary>Starts a new process on the profile. The window shows about:blank.</summary>
    /// <exception cref="BrowserStartException">The process does not come up.</exception>
    Task StartAsync(StartKind kind, CancellationToken cancellation);

    /// <summary>Ends the process and returns only when it is really gone, so that the profile is free for the next.</summary>
    Task StopAsync(StopKind kind, CancellationToken cancellation);

    /// <summary>
    /// Goes on in another tab of the window, whose page is as it was left, or about:blank where the tab is new. Tabs share the cookies,
    /// and end with the process.
    /// </summary>
    /// <param name="tab">Its name; null for the one with which the process started.</param>
    Task UseTabAsync(string? tab, CancellationToken cancellation) =>
        throw new NotSupportedException($"{Name} has one tab only.");

    /// <summary>What the tab in use shows, without touching it.</summary>
    Task<PageSnapshot> LookAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        throw new NotSupportedException($"{Name} does not say what it shows.");

    /// <summary>Navigates the top-level page and waits for it to come to rest.</summary>
    /// <exception cref="SiteUnreachableException">No answer from the site (connection refused, reset, no such name).</exception>
    Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation);

    /// <summary>
    /// Fills in the page that is shown and presses what sends it, then waits for what follows to come to rest: another
    /// page, or a message on this one.
    /// </summary>
    /// <exception cref="ControlMissingException">The page lacks a field, the button, or the box that is to be set.</exception>
    Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation);

    /// <summary>
    /// Goes back one page in the history of the top-level page, whether the browser asks for it again or has it stored.
    /// </summary>
    /// <returns>Null where there is no page before the one that is shown.</returns>
    /// <exception cref="FormAgainException">
    /// The page before is the answer to a form, and is not stored. The browser has come to its place, and may go on from there.
    /// </exception>
    Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation);

    /// <summary>Asks again for the page that is shown.</summary>
    /// <exception cref="FormAgainException">It is the answer to a form.</exception>
    Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation);

    /// <summary>What each of the controls is on the page that is shown; null for one that is not there. Nothing is touched.</summary>
    Task<IReadOnlyList<ControlFound?>> FindAsync(IReadOnlyList<Control> controls, PageSigns signs, CancellationToken cancellation);

    /// <summary>
    /// Whether the running browser tells what is in its store; where it does not, nothing can be said about cookies
    /// there.
    /// </summary>
    bool TellsCookies => true;

    /// <summary>Whether it tells which cookies of its store are partitioned.</summary>
    bool TellsPartitions => true;

    /// <summary>All cookies in the browser's store, of all sites. Expiries are in the browser's own time.</summary>
    /// <exception cref="CookiesUntoldException">The browser does not tell: see <see cref="TellsCookies"/>.</exception>
    Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellation);

    /// <summary>Stores a cookie as given, replacing the one with the same <see cref="StoredCookie.Identity"/>.</summary>
    Task SetCookieAsync(StoredCookie cookie, CancellationToken cancellation);

    /// <summary>Deletes the cookie with this <see cref="StoredCookie.Identity"/>.</summary>
    Task DeleteCookieAsync(StoredCookie cookie, CancellationToken cancellation);

    /// <summary>What the process that has ended left on disk; null for a browser that leaves nothing there.</summary>
    byte[]? PackProfile() => null;

    /// <summary>Puts back what <see cref="PackProfile"/> gave, before the first start.</summary>
    void UnpackProfile(byte[] packed) => throw new NotSupportedException($"{Name} keeps nothing on disk.");

    /// <summary>
    /// What the scripts of the site whose page is shown have put into its storage: the values of localStorage and sessionStorage.
    /// </summary>
    Task<IReadOnlyList<string>> StoredByScriptsAsync(CancellationToken cancellation) =>
        throw new NotSupportedException($"{Name} runs no scripts.");

    /// <summary>Where the links and forms of the page that is shown lead, as they are written there.</summary>
    Task<IReadOnlyList<string>> LinksAsync(CancellationToken cancellation) =>
        throw new NotSupportedException($"{Name} does not say what it shows.");

    /// <summary>What a page's script reads as the current time.</summary>
    Task<DateTimeOffset> NowAsync(CancellationToken cancellation);

    /// <summary>A JPEG of the visible page; null from a browser that draws nothing.</summary>
    Task<byte[]?> ScreenshotAsync(CancellationToken cancellation);
}

/// <summary>How a browser's process starts.</summary>
public enum StartKind
{
    /// <summary>An ordinary window on the profile: session cookies of earlier processes are gone.</summary>
    Ordinary,

    /// <summary>Goes on where the user left off: session cookies of the last process are back (N-82).</summary>
    RestoreSession,

    /// <summary>A private window: sees nothing of the profile and leaves nothing in it.</summary>
    PrivateWindow,
}

/// <summary>How a browser's process ends.</summary>
public enum StopKind
{
    /// <summary>Closed in the ordinary way.</summary>
    Quit,

    /// <summary>Killed without warning.</summary>
    Crash,
}

/// <summary>Short forms.</summary>
public static class BrowserStarts
{
    /// <summary>Starts an ordinary window.</summary>
    /// <exception cref="BrowserStartException">The process does not come up.</exception>
    public static Task StartAsync(this IBrowser browser, CancellationToken cancellation) =>
        browser.StartAsync(StartKind.Ordinary, cancellation);
}

/// <summary>A cookie in the browser's store.</summary>
/// <param name="Domain">A leading dot means a domain cookie; none means host-only.</param>
/// <param name="ExpiresAt">In the browser's own time; null for a session cookie.</param>
/// <param name="SameSite"><c>None</c>, <c>Lax</c>, <c>Strict</c>, or empty when the site gave none.</param>
public sealed record StoredCookie(
    string Name, string Value, string Domain, string Path, DateTimeOffset? ExpiresAt, bool Secure, bool HttpOnly, string SameSite)
{
    /// <summary>The top-level site under which a <c>Partitioned</c> cookie was set; null for every other cookie.</summary>
    public CookiePartition? Partition { get; init; }

    /// <summary>What tells it from every other cookie of the store.</summary>
    public CookieIdentity Identity => new(Name, Domain, Path, Partition);
}

/// <summary>What the top-level page shows once at rest.</summary>
/// <param name="AsksForCredentials">A password field is visible, or the page asks for the user name first.</param>
/// <param name="OffersKeepMeSignedIn">The box is visible.</param>
/// <param name="Message">Text of the visible message, or of the error page.</param>
/// <param name="Status">HTTP status of the document; 0 when unknown.</param>
public sealed record PageSnapshot(
    string Url, string Title, bool AsksForCredentials, bool OffersKeepMeSignedIn, string? Message, bool IsErrorPage,
    bool IsSignedOutPage, int Status)
{
    /// <summary>
    /// Whether the browser was sent to an address that is none of the web: a native app's (R-030), or a dangerous one. The
    /// address is in <see cref="Url"/>, and nothing of the page is described.
    /// </summary>
    public bool LeftTheWeb { get; init; }

    /// <summary>What there is to say of a page that was left for an address that is none of the web.</summary>
    public static PageSnapshot LeftFor(string address) => new(address, "", false, false, null, false, false, 0) { LeftTheWeb = true };

    /// <summary>Whether the box is ticked; null where there is none.</summary>
    public bool? IsBoxTicked { get; init; }

    /// <summary>A field for the user name is visible, as far as the recipe knows it.</summary>
    public bool AsksForUserName { get; init; }

    /// <summary>Only the user name is asked for; the password comes later.</summary>
    public bool AsksForUserNameOnly { get; init; }

    /// <summary>Something is visible that only somebody who is signed in is shown.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>Text of what names the user who is signed in; null where nothing that the recipe knows does.</summary>
    public string? SignedInAs { get; init; }

    /// <summary>The document came out of the browser's own store: the site was not asked, and the page says nothing of now.</summary>
    public bool IsStored { get; init; }

    /// <summary>Name of the interrupt that is shown; null for any other page.</summary>
    public string? Interrupt { get; init; }
}

/// <summary>What is typed into a credential page. Null for the box leaves it as it is.</summary>
public sealed record Credentials(string UserName, string Password, bool? KeepMeSignedIn)
{
    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"{UserName}, password not shown, keep me signed in: {KeepMeSignedIn?.ToString() ?? "as it is"}";
}

/// <summary>The browser does not start: a fault of the harness or the machine, never the target's.</summary>
public sealed class BrowserStartException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The page that is shown lacks a control that was to be used; the message says how it was sought.</summary>
/// <param name="control">What was to be used.</param>
/// <param name="page">The page's address, as it is.</param>
public sealed class ControlMissingException(Control control, string page, string message) : Exception(message)
{
    public Control Control { get; } = control;

    public string Page { get; } = page;
}

/// <summary>A page can be had only by sending a form again, with all that was typed into it: a browser asks its user first.</summary>
public sealed class FormAgainException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to say of a page, by its address.</summary>
    public static FormAgainException Of(string url, Exception? inner = null) => new(
        $"{Secrets.MaskUrl(url)} is the answer to a form, which would have to be sent again to show it", inner);
}

/// <summary>The running browser does not tell what is in its cookie store, so that nothing can be judged by it.</summary>
public sealed class CookiesUntoldException(string message) : Exception(message);

/// <summary>The browser's process ended although nobody asked it to.</summary>
public sealed class BrowserGoneException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A site did not answer at all.</summary>
public class SiteUnreachableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Ways to use a browser that all browsers share.</summary>
public static class BrowserUse
{
    /// <summary>Fills in and submits a credential page that has user name and password together.</summary>
    /// <inheritdoc cref="IBrowser.SubmitAsync"/>
    public static Task<PageSnapshot> SubmitCredentialsAsync(
        this IBrowser browser, Credentials credentials, PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        browser.SubmitAsync(PageEntry.Of(credentials, signs), signs, limit, cancellation);
}
