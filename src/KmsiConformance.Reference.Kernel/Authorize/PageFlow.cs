using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.Authorize;

/// <summary>A sign-in under way over several pages, from the application's request to the answer.</summary>
/// <param name="Id">What pages carry as <c>ctx</c>.</param>
/// <param name="BrowserSecret">In a cookie of the browser that began it; nobody else can go on with it.</param>
internal abstract record PageFlow(string Id, string BrowserSecret, AuthorizeRequest Request, string CorrelationId, DateTimeOffset ExpiresAt)
{
    private const int PasswordAttempts = 10;

    private int _attempts;

    /// <summary>The page that it waits at.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Changes with every page, so that only the page that waits can be answered, and once.</summary>
    public string FlowToken { get; private set; } = Secret();

    /// <summary>What forms send against requests forged by other sites.</summary>
    public string Canary { get; } = Secret();

    /// <summary>Who has proved to be himself; null until then.</summary>
    public ReferenceUser? User { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset AuthenticatedAt { get; set; }

    /// <summary>The session that has answered for the user, so that none has to begin; null when there is none.</summary>
    public string? Sid { get; set; }

    /// <summary>Whether this sign-in went through the page that asks for consent.</summary>
    public bool HasConsented { get; set; }

    /// <summary>The name of the cookie that binds it to the browser.</summary>
    public abstract string Cookie { get; }

    /// <summary>Waits at a page from now on.</summary>
    public void WaitAt(string page)
    {
        Page = page;
        FlowToken = Secret();
    }

    /// <summary>Counts an attempt; false when there were too many.</summary>
    public bool MayTry() => Interlocked.Increment(ref _attempts) <= PasswordAttempts;

    /// <summary>192 random bits, base64url.</summary>
    public static string Secret() => Base64Url.Encode(RandomNumberGenerator.GetBytes(24));

    /// <summary>Whether a secret is the one that was expected, found out in constant time.</summary>
    public static bool Same(string expected, string? presented) => presented is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(presented));
}

/// <summary>Sign-ins under way over several pages, for an hour each.</summary>
internal sealed class PageFlows<T>(TimeProvider clock)
    where T : PageFlow
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly CookieAttributes Attributes = new();

    private readonly ExpiringStore<T> _underWay = new(clock, flow => flow.ExpiresAt);

    /// <summary>Begins a sign-in and binds it to the browser.</summary>
    /// <param name="make">Makes it from its id, its secret and the time at which it ends.</param>
    public T Begin(Exchange exchange, Func<string, string, DateTimeOffset, T> make)
    {
        var begun = make(PageFlow.Secret(), PageFlow.Secret(), clock.GetUtcNow() + Lifetime);
        _underWay.Put(begun.Id, begun);
        exchange.AddCookie(SetCookie.Write(begun.Cookie, begun.BrowserSecret, Attributes));
        return begun;
    }

    /// <summary>
    /// The sign-in that a form belongs to; null when it is unknown, too old, another browser's, forged, or at another
    /// page.
    /// </summary>
    public T? Find(Exchange exchange, Parameters form, string page) =>
        Find(exchange, form["ctx"], page) is { } found
            && PageFlow.Same(found.FlowToken, form["flowToken"]) && PageFlow.Same(found.Canary, form["canary"])
            ? found
            : null;

    /// <summary>The sign-in of that id, for an answer that comes from another site.</summary>
    public T? Find(Exchange exchange, string? id, string page)
    {
        if (id is null || _underWay.Peek(id) is not { } found || !string.Equals(found.Page, page, StringComparison.Ordinal)) return null;
        exchange.CorrelationId = found.CorrelationId;
        return PageFlow.Same(found.BrowserSecret, exchange.Cookie(found.Cookie)) || !exchange.Tenant.Rules.SignIn.BindsPagesToTheBrowser
            ? found
            : null;
    }

    /// <summary>The sign-ins that wait in this browser, the oldest first.</summary>
    public IEnumerable<T> Of(Exchange exchange) =>
        _underWay.All().Where(flow => PageFlow.Same(flow.BrowserSecret, exchange.Cookie(flow.Cookie)));

    /// <summary>The request that the end of a sign-in answers: that which began it, unless a fault says otherwise.</summary>
    public AuthorizeRequest Answered(Exchange exchange, T ending) =>
        exchange.Tenant.Rules.Authorize.AnswersTheLastRequest ? Of(exchange).Last().Request : ending.Request;

    /// <summary>Ends a sign-in; whoever comes first gets true.</summary>
    public bool End(Exchange exchange, T ended)
    {
        exchange.AddCookie(SetCookie.Delete(ended.Cookie, Attributes));
        return _underWay.Take(ended.Id) is not null;
    }
}
