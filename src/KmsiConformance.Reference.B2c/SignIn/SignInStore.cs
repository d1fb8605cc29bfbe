using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.SignIn;

/// <summary>A sign-in under way: the request that began it and what has happened on its page.</summary>
/// <param name="Id">The transaction id (TID), part of what the page sends back.</param>
/// <param name="BrowserSecret">In a cookie of the browser that began it; nobody else can go on with it.</param>
/// <param name="Csrf">What the page's script must send in a header.</param>
internal sealed record SignInUnderWay(
    string Id, string BrowserSecret, string Csrf, AuthorizeRequest Request, string PolicyId, DateTimeOffset ExpiresAt)
{
    private int _attempts;
    private int _codes;
    private volatile LetIn? _letIn;
    private volatile AwaitedSecondFactor? _awaited;

    /// <summary>Whether the box was ticked in another tab, which is of no matter here unless a fault says otherwise.</summary>
    public bool IsTickedElsewhere { get; set; }

    /// <summary>Who gave the right password; null until then.</summary>
    public ReferenceUser? User => _letIn?.User;

    /// <summary>What services said of the user on the page; nothing for who signs in elsewhere.</summary>
    public ImmutableDictionary<string, object> Claims => _letIn?.Claims ?? ImmutableDictionary<string, object>.Empty;

    /// <summary>Counts an attempt; false when there were too many. Requests sent side by side are counted one by one.</summary>
    public bool MayTry() => Interlocked.Increment(ref _attempts) <= SignInStore.RetryLimit;

    /// <summary>Notes who gave the right password.</summary>
    /// <param name="claims">What services said of the user.</param>
    public void Accept(ReferenceUser user, ImmutableDictionary<string, object> claims) => _letIn = new LetIn(user, claims);

    /// <summary>What is known while the second factor is awaited; null unless it is.</summary>
    public AwaitedSecondFactor? AwaitsSecondFactor => _awaited;

    /// <summary>Counts a one-time code; false when there were too many.</summary>
    public bool MayTryCode() => Interlocked.Increment(ref _codes) <= SignInStore.RetryLimit;

    /// <summary>From now on only the second factor is missing. Whoever comes first gets true.</summary>
    public bool Await(AwaitedSecondFactor awaited) => Interlocked.CompareExchange(ref _awaited, awaited, null) is null;

    /// <summary>What requests carry as <c>tx</c>.</summary>
    public string TransactionId => $"StateProperties={StateProperties}";

    /// <summary>The id as the service writes it into cookies and requests.</summary>
    public string StateProperties => Base64Url.Encode(Encoding.UTF8.GetBytes($$"""{"TID":"{{Id}}"}"""));

    private sealed record LetIn(ReferenceUser User, ImmutableDictionary<string, object> Claims);
}

/// <summary>Sign-ins under way, for an hour each, bound to the browser by two cookies.</summary>
internal sealed class SignInStore(TimeProvider clock)
{
    /// <summary>Attempts per page before it must be opened anew.</summary>
    public const int RetryLimit = 3;

    private const string CsrfCookie = "x-ms-cpim-csrf";
    private const string ListCookie = "x-ms-cpim-trans";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly CookieAttributes Attributes = new();

    private readonly byte[] _csrfKey = RandomNumberGenerator.GetBytes(32);
    private readonly ExpiringStore<SignInUnderWay> _underWay = new(clock, s => s.ExpiresAt);

    /// <summary>Begins a sign-in and binds it to the browser.</summary>
    public SignInUnderWay Begin(Exchange exchange, AuthorizeRequest request)
    {
        var begun = new SignInUnderWay(
            exchange.CorrelationId,
            Base64Url.Encode(RandomNumberGenerator.GetBytes(24)),
            CsrfFor(exchange.Cookie(CsrfCookie)),
            request,
            exchange.Policy.PolicyId,
            clock.GetUtcNow() + Lifetime);
        _underWay.Put(begun.Id, begun);
        exchange.AddCookie(SetCookie.Write(CsrfCookie, begun.Csrf, Attributes));
        exchange.AddCookie(SetCookie.Write(CacheCookie(begun), begun.BrowserSecret, Attributes));
        exchange.AddCookie(SetCookie.Write(ListCookie, List(exchange, begun), Attributes));
        return begun;
    }

    /// <summary>The sign-in that the request belongs to; null when it is unknown, too old, another browser's, or forged.</summary>
    /// <param name="tx">What the page was given as transaction id.</param>
    /// <param name="csrf">What the page's script read from the page.</param>
    public SignInUnderWay? Find(Exchange exchange, string? tx, string? csrf)
    {
        if (Id(tx) is not { } id || _underWay.Peek(id) is not { } found) return null;
        return (!exchange.Tenant.Rules.SignIn.BindsPagesToTheBrowser
                || (Same(found.BrowserSecret, exchange.Cookie(CacheCookie(found))) && Same(found.Csrf, exchange.Cookie(CsrfCookie))))
            && Same(found.Csrf, csrf)
            && string.Equals(found.PolicyId, exchange.Policy.PolicyId, StringComparison.Ordinal)
            ? found
            : null;
    }

    /// <summary>Whether this browser began the sign-in; for answers that come from elsewhere and so cannot know the page's token.</summary>
    public bool IsOf(Exchange exchange, SignInUnderWay signIn) => Same(signIn.BrowserSecret, exchange.Cookie(CacheCookie(signIn)));

    /// <summary>The sign-ins under this policy that wait in the browser, the oldest first.</summary>
    public IEnumerable<SignInUnderWay> Of(Exchange exchange) => _underWay.All().Where(signIn =>
        IsOf(exchange, signIn) && string.Equals(signIn.PolicyId, exchange.Policy.PolicyId, StringComparison.Ordinal));

    /// <summary>Ends a sign-in; whoever comes first gets true.</summary>
    public bool End(Exchange exchange, SignInUnderWay ended)
    {
        exchange.AddCookie(SetCookie.Delete(CacheCookie(ended), Attributes));
        exchange.AddCookie(SetCookie.Delete(ListCookie, Attributes));
        return _underWay.Take(ended.Id) is not null;
    }

    /// <summary>Forgets all sign-ins under way.</summary>
    public void Clear() => _underWay.Clear();

    // Tabs of one browser share the value, so that an older tab can still go on; only values made here are taken up again.
    private string CsrfFor(string? presented) => IsOurs(presented) ? presented! : Sign(RandomNumberGenerator.GetBytes(16));

    private bool IsOurs(string? csrf) =>
        csrf?.Split('.') is [var random, _] && Base64Url.Decode(random) is { Length: 16 } bytes && Same(Sign(bytes), csrf);

    private string Sign(byte[] random) => $"{Base64Url.Encode(random)}.{Base64Url.Encode(HMACSHA256.HashData(_csrfKey, random))}";

    private static string CacheCookie(SignInUnderWay signIn) => $"x-ms-cpim-cache|{signIn.StateProperties}_0";

    // What the service is seen to send: a list of transactions. Nothing here reads it back.
    private static string List(Exchange exchange, SignInUnderWay begun) => Convert.ToBase64String(
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["T_DIC"] = (object[])
            [
                new
                {
                    I = begun.Id, T = exchange.Tenant.Name, P = begun.PolicyId, C = begun.Request.App.ClientId,
                    S = 1, M = new { }, D = 0,
                },
            ],
            ["C_ID"] = begun.Id,
        }));

    private static string? Id(string? tx)
    {
        const string Lead = "StateProperties=";
        if (tx is null || !tx.StartsWith(Lead, StringComparison.Ordinal) || Base64Url.Decode(tx[Lead.Length..]) is not { } json)
            return null;
        try
        {
            using var read = System.Text.Json.JsonDocument.Parse(json);
            return read.RootElement.TryGetProperty("TID", out var id) ? id.GetString() : null;
        }
        catch (Exception malformed) when (malformed is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Same(string expected, string? presented) => presented is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(presented));
}
