using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>
/// Two cookies: the session's handle, and the browser state, which the frame of Session Management reads. The second
/// says nothing, and lives exactly as long as the first, so that applications do not hear of a change after a restart (N-24).
/// </summary>
internal static class OpenIdCookies
{
    public const string Session = "op-session";
    public const string State = "op-browser-state";

    private const string Fresh = "fresh browser state";

    /// <summary>The session that the browser presents, or null.</summary>
    public static SessionId? Presented(Exchange exchange) => exchange.Cookie(Session) is { Length: > 0 } handle
        ? exchange.Tenant.Rules.SessionCookie.Recognise(exchange.Tenant.Sessions, SessionKey.Tenant, handle)
        : exchange.Tenant.Rules.SessionCookie.Unpresented(exchange.Tenant.Sessions, SessionKey.Tenant);

    /// <summary>The browser state after this answer.</summary>
    public static string BrowserState(Exchange exchange) => exchange.Http.Items[Fresh] as string ?? exchange.Cookie(State) ?? "";

    /// <summary>Does what the engine ordered; a null handle means the one that the browser already has.</summary>
    public static void Carry(Exchange exchange, CookieOrder order, string? handle = null)
    {
        var rules = exchange.Tenant.Rules.SessionCookie;
        var attributes = exchange.Tenant.Rules.SessionCookie.SessionCookieUnder("/", order.Use(handle));
        switch (order)
        {
            case CookieOrder.Set set:
                exchange.AddCookie(SetCookie.Write(Session, handle ?? exchange.Cookie(Session) ?? "", attributes, set.MaxAge));
                var changes = handle is null ? !rules.SilenceLeavesTheBrowserState : rules.BrowserStateChanges(atSignOut: false);
                SetState(exchange, Next(exchange, changes), rules.BrowserStateLifetime(set.MaxAge, renewed: handle is null));
                break;
            case CookieOrder.Delete:
                exchange.AddCookie(SetCookie.Delete(Session, attributes));

                // A value of its own for "nobody": the same again at the next sign-out would look like the last session.
                SetState(exchange, Next(exchange, rules.BrowserStateChanges(atSignOut: true)), null);
                break;
        }
    }

    // Where there was none so far, there is nothing to stay as it was.
    private static string Next(Exchange exchange, bool changes) =>
        changes || BrowserState(exchange).Length == 0 ? PageFlow.Secret() : BrowserState(exchange);

    private static void SetState(Exchange exchange, string value, TimeSpan? maxAge)
    {
        exchange.Http.Items[Fresh] = value;
        exchange.AddCookie(
            SetCookie.Write(State, value, exchange.Tenant.Rules.SessionCookie.SessionCookie with { HttpOnly = false }, maxAge));
    }
}
