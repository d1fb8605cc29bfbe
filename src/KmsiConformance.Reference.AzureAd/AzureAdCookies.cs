using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>
/// The session's cookies, named as the service names them. The handle is in one of two: in ESTSAUTH while the session
/// ends with the browser, in ESTSAUTHPERSISTENT once it outlives it. ESTSAUTHLIGHT is for scripts and opens nothing.
/// </summary>
internal static class AzureAdCookies
{
    public const string Transient = "ESTSAUTH";
    public const string Persistent = "ESTSAUTHPERSISTENT";
    public const string ForScripts = "ESTSAUTHLIGHT";

    /// <summary>
    /// Names the services visited in this session. The server keeps the list that counts; nothing here reads this one
    /// back.
    /// </summary>
    public const string Visited = "SignInStateCookie";

    /// <summary>Sets the list of services visited.</summary>
    public static void Visit(Exchange exchange, Session? session)
    {
        if (session is null) return;
        var clients = string.Join(' ', session.Participants.Select(app => app.ClientId));
        exchange.AddCookie(
            SetCookie.Write(
                Visited, Base64Url.Encode(System.Text.Encoding.UTF8.GetBytes(clients)), exchange.Tenant.Rules.SessionCookie.SessionCookie));
    }

    /// <summary>The session that the browser presents, or null.</summary>
    public static SessionId? Presented(Exchange exchange) => Find(exchange, Persistent) ?? Find(exchange, Transient)
        ?? exchange.Tenant.Rules.SessionCookie.Unpresented(exchange.Tenant.Sessions, SessionKey.Tenant);

    /// <summary>Does what the engine ordered; a null handle means the one that the browser already has.</summary>
    public static void Carry(Exchange exchange, CookieOrder order, string? handle = null)
    {
        var attributes = exchange.Tenant.Rules.SessionCookie.SessionCookieUnder("/", order.Use(handle));
        switch (order)
        {
            case CookieOrder.Set set:
                var (name, other) = set.MaxAge is null ? (Transient, Persistent) : (Persistent, Transient);
                exchange.AddCookie(SetCookie.Write(name, handle ?? Handle(exchange), attributes, set.MaxAge));
                if (exchange.Cookie(other) is not null) exchange.AddCookie(SetCookie.Delete(other, attributes));
                if (handle is not null)
                    exchange.AddCookie(
                        SetCookie.Write(ForScripts, $"+{Guid.NewGuid():D}", attributes with { HttpOnly = false }, set.MaxAge));
                break;
            case CookieOrder.Delete:
                exchange.AddCookie(SetCookie.Delete(Transient, attributes));
                exchange.AddCookie(SetCookie.Delete(Persistent, attributes));
                exchange.AddCookie(SetCookie.Delete(ForScripts, attributes with { HttpOnly = false }));
                exchange.AddCookie(SetCookie.Delete(Visited, attributes));
                break;
        }
    }

    private static SessionId? Find(Exchange exchange, string name) => exchange.Cookie(name) is { Length: > 0 } handle
        ? exchange.Tenant.Rules.SessionCookie.Recognise(exchange.Tenant.Sessions, SessionKey.Tenant, handle)
        : null;

    private static string Handle(Exchange exchange) => exchange.Cookie(Persistent) ?? exchange.Cookie(Transient) ?? "";
}
