using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Web;

/// <summary>Sessions as the pages of the site use them.</summary>
internal sealed class WebSessions(Tenant tenant)
{
    /// <summary>Who is signed in, which counts as use; null for nobody.</summary>
    public ReferenceUser? SignedIn(Exchange exchange, WebCookies cookies)
    {
        if (cookies.Presented is not { } id) return null;
        var transition = tenant.Sessions.Apply(id, new SignInAsked(exchange.Policy.Settings, exchange.Now));
        if (transition is not { Outcome: SessionOutcome.Silent, Session: { } session }) return null;
        if (tenant.UserWithId(session.Subject) is not { } user) return null;
        cookies.Carry(transition.Cookie);
        return user;
    }

    /// <summary>Begins a session in the place of the one that the browser presents.</summary>
    /// <returns>Its handle.</returns>
    public string Begin(Exchange exchange, WebCookies cookies, ReferenceUser user, bool ticked)
    {
        var accepted = new CredentialsAccepted(
            exchange.Policy.Settings, exchange.Now, SessionKey.Tenant, user.ObjectId,
            tenant.Rules.SignIn.OffersBox(exchange.Policy), ticked);
        var (handle, transition) = tenant.Sessions.Begin(cookies.Presented, accepted, cookies.Handle);
        cookies.Carry(transition.Cookie, handle);
        return handle;
    }
}
