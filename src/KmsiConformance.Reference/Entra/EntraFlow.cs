using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Entra;

/// <summary>Which page a sign-in waits at.</summary>
internal enum EntraStage
{
    UserName,
    Password,
    Federation,
    Consent,
    Question,
}

/// <summary>A sign-in under way, from the application's request to the answer.</summary>
/// <param name="Id">What pages carry as <c>ctx</c>.</param>
/// <param name="BrowserSecret">In a cookie of the browser that began it; nobody else can go on with it.</param>
internal sealed record EntraFlow(string Id, string BrowserSecret, AuthorizeRequest Request, string CorrelationId, DateTimeOffset ExpiresAt)
{
    private const int PasswordAttempts = 10;

    private int _attempts;

    public EntraStage Stage { get; private set; }

    /// <summary>Changes with every page, so that only the page that waits can be answered, and once.</summary>
    public string FlowToken { get; private set; } = Secret();

    /// <summary>What forms send against requests forged by other sites.</summary>
    public string Canary { get; } = Secret();

    /// <summary>As typed; null until then.</summary>
    public string? UserName { get; set; }

    /// <summary>Who has proved to be himself; null until then.</summary>
    public ReferenceUser? User { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset AuthenticatedAt { get; set; }

    /// <summary>The session that has answered for the user, so that none has to begin; null when there is none.</summary>
    public string? Sid { get; set; }

    /// <summary>Whether this sign-in went through the page that asks for consent.</summary>
    public bool HasConsented { get; set; }

    /// <summary>The answer to the question; null until it was given.</summary>
    public bool? SaidYes { get; set; }

    /// <summary>Waits at a page from now on.</summary>
    public EntraFlow At(EntraStage stage)
    {
        Stage = stage;
        FlowToken = Secret();
        return this;
    }

    /// <summary>Counts an attempt; false when there were too many.</summary>
    public bool MayTry() => Interlocked.Increment(ref _attempts) <= PasswordAttempts;

    /// <summary>The name of the cookie that binds it to the browser.</summary>
    public string Cookie => $"esctx-{Id[..8]}";

    private static string Secret() => Base64Url.Encode(RandomNumberGenerator.GetBytes(24));
}

/// <summary>Sign-ins under way, for an hour each.</summary>
internal sealed class EntraFlows(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly CookieAttributes Attributes = new();

    private readonly Shelf<EntraFlow> _underWay = new(clock, flow => flow.ExpiresAt);

    public EntraFlow Begin(Exchange exchange, AuthorizeRequest request)
    {
        var begun = new EntraFlow(
            Base64Url.Encode(RandomNumberGenerator.GetBytes(24)), Base64Url.Encode(RandomNumberGenerator.GetBytes(24)),
            request, exchange.CorrelationId, clock.GetUtcNow() + Lifetime);
        _underWay.Put(begun.Id, begun);
        exchange.AddCookie(SetCookie.Write(begun.Cookie, begun.BrowserSecret, Attributes));
        return begun;
    }

    /// <summary>The sign-in that a form belongs to; null when it is unknown, too old, another browser's, forged, or at another page.</summary>
    public EntraFlow? Find(Exchange exchange, Parameters form, EntraStage stage) =>
        Find(exchange, form["ctx"], stage) is { } found && Same(found.FlowToken, form["flowToken"]) && Same(found.Canary, form["canary"]) ? found : null;

    /// <summary>The sign-in that waits for a federated service's answer.</summary>
    public EntraFlow? Find(Exchange exchange, string? id, EntraStage stage)
    {
        if (id is null || _underWay.Peek(id) is not { } found || found.Stage != stage) return null;
        exchange.CorrelationId = found.CorrelationId;
        return Same(found.BrowserSecret, exchange.Cookie(found.Cookie)) ? found : null;
    }

    /// <summary>Ends a sign-in; whoever comes first gets true.</summary>
    public bool End(Exchange exchange, EntraFlow ended)
    {
        exchange.AddCookie(SetCookie.Delete(ended.Cookie, Attributes));
        return _underWay.Take(ended.Id) is not null;
    }

    private static bool Same(string expected, string? presented) => presented is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(presented));
}
