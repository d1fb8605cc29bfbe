using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.B2c.SignIn;

/// <summary>
/// The cookie that carries a session's handle. One per scope, so that sessions of different applications or policies
/// live beside each other. What follows the tenant's name is our choice: it is documented nowhere.
/// </summary>
internal static class SessionCookies
{
    public static string Name(Tenant tenant, SessionKey key)
    {
        var part = (key.ClientId, key.PolicyId) switch
        {
            ({ } client, _) => $"-app-{client}",
            (_, { } policy) => $"-policy-{policy}",
            _ => "",
        };
        return $"x-ms-cpim-sso:{tenant.Name}{part}_0";
    }

    /// <summary>The session that the browser presents for that key, or null.</summary>
    public static SessionId? Presented(Exchange exchange, SessionKey key) =>
        exchange.Cookie(Name(exchange.Tenant, key)) is { Length: > 0 } handle
            ? exchange.Tenant.Rules.SessionCookie.Recognise(exchange.Tenant.Sessions, key, handle)
            : exchange.Tenant.Rules.SessionCookie.Unpresented(exchange.Tenant.Sessions, key);

    /// <summary>Does what the engine ordered; a null handle means the one that the browser already has.</summary>
    public static void Carry(Exchange exchange, SessionKey key, CookieOrder order, string? handle = null)
    {
        var name = Name(exchange.Tenant, key);
        var attributes = exchange.Tenant.Rules.SessionCookie.SessionCookieUnder(exchange.PolicyPath, order.Use(handle));
        switch (order)
        {
            case CookieOrder.Set set:
                exchange.AddCookie(SetCookie.Write(name, handle ?? exchange.Cookie(name) ?? "", attributes, set.MaxAge));
                break;
            case CookieOrder.Delete:
                exchange.AddCookie(SetCookie.Delete(name, attributes));
                break;
        }
    }
}
