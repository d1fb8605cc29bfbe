using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Web;

/// <summary>
/// The session's handle, in one cookie or cut into several; and a secret of the browser, to which the forms that it is shown are bound.
/// </summary>
internal sealed class WebCookies(Exchange exchange, int parts)
{
    private const string Visit = "__Host-visit";

    private static readonly CookieAttributes VisitAttributes = new(SameSite: "Lax");

    private string? _visit;

    private SiteRules Site => exchange.Tenant.Rules.Of<SiteRules>();

    /// <summary>The handle that the browser presents; null where it has none, or not all of it.</summary>
    public string? Handle
    {
        get
        {
            var held = Enumerable.Range(0, parts).Select(part => exchange.Cookie(Name(part))).ToList();
            return held.All(part => part is { Length: > 0 }) ? string.Concat(held) : null;
        }
    }

    /// <summary>The session that the browser presents, or null.</summary>
    public SessionId? Presented => Handle is { } handle
        ? exchange.Tenant.Rules.SessionCookie.Recognise(exchange.Tenant.Sessions, SessionKey.Tenant, handle)
        : exchange.Tenant.Rules.SessionCookie.Unpresented(exchange.Tenant.Sessions, SessionKey.Tenant);

    /// <summary>What this browser's forms send; begins with the first page that has one.</summary>
    public string FormToken()
    {
        if ((_visit ??= exchange.Cookie(Visit)) is { Length: > 0 } known) return known;
        _visit = PageFlow.Secret();
        exchange.AddCookie(SetCookie.Write(Visit, _visit, VisitAttributes));
        return _visit;
    }

    /// <summary>Whether a form was shown to this browser by this site (W-16, W-18).</summary>
    public bool IsOwn(Parameters form) =>
        !exchange.Tenant.Rules.SignIn.BindsPagesToTheBrowser
        || (exchange.Cookie(Visit) is { Length: > 0 } visit && PageFlow.Same(visit, form["token"]));

    /// <summary>Does what the engine ordered; a null handle means the one that the browser already has.</summary>
    public void Carry(CookieOrder order, string? handle = null)
    {
        var attributes = exchange.Tenant.Rules.SessionCookie.SessionCookieUnder("/", order.Use(handle));
        switch (order)
        {
            case CookieOrder.Set set when (handle ?? Handle) is { } whole:
                var size = (whole.Length + parts - 1) / parts;
                for (var part = 0; part < parts; part++)
                    exchange.AddCookie(SetCookie.Write(
                        Name(part), whole.Substring(part * size, Math.Min(size, whole.Length - (part * size))), attributes, set.MaxAge));
                break;
            case CookieOrder.Delete:
                for (var part = 0; part < (Site.SignOutDeletesEveryPart ? parts : 1); part++)
                    exchange.AddCookie(SetCookie.Delete(Name(part), attributes));
                break;
        }
    }

    private string Name(int part) =>
        Site.CookieName(exchange.Tenant.Rules.SessionCookie.SessionCookie) + (part == 0 ? "" : FormattableString.Invariant($"-{part + 1}"));
}
