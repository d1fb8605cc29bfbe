using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Web.Rules;

/// <summary>What a site decides that speaks no protocol, besides what it shares with other products.</summary>
public class SiteRules : RuleTopic
{
    /// <summary>
    /// The name of the session's cookie: the prefix ties it to the host, where its attributes are those which the prefix demands (W-14).
    /// </summary>
    public virtual string CookieName(CookieAttributes attributes) =>
        attributes is { Secure: true, Domain: null, Path: "/" } ? "__Host-session" : "session";

    /// <summary>
    /// Where somebody is led after the sign-in: to the page of this site that the address names, by its path alone; null for the home
    /// page, wherever else it might lead (W-08). A path with two slashes at its beginning is another site's address to a browser.
    /// </summary>
    /// <param name="asked">What the address of the sign-in page says; null for nothing.</param>
    /// <param name="origin">The site's own, without a trailing slash.</param>
    public virtual string? ReturnTo(string? asked, string origin) =>
        Uri.TryCreate(new Uri(origin), asked ?? "", out var whole) && whole.GetLeftPart(UriPartial.Authority) == origin
                && whole.PathAndQuery is ['/', not ('/' or '\\'), ..]
            ? whole.PathAndQuery
            : null;

    /// <summary>Whether the box is ticked before anybody has touched it: never, to be kept signed in is one's own choice (W-17).</summary>
    public virtual bool TicksTheBox => false;

    /// <summary>Whether a link signs out, which any page can follow: no, a form of the site's own does (W-18).</summary>
    public virtual bool SignsOutByLink => false;

    /// <summary>Whether addresses of the site name the session: never, addresses are written down everywhere (W-19).</summary>
    public virtual bool PutsTheSessionIntoAddresses => false;

    /// <summary>Whether links of its pages name the session: never, they are addresses too (W-19).</summary>
    public virtual bool PutsTheSessionIntoLinks => false;

    /// <summary>Whether scripts of the site put the session where every script can read it: never (W-20).</summary>
    public virtual bool PutsTheSessionIntoStorage => false;

    /// <summary>Whether a session that is not over stands in the list that its user is shown: each does (W-26).</summary>
    public virtual bool Lists(ListedSession session) => true;

    /// <summary>Whether a sign-out deletes all the cookies in which the session's handle comes (W-21).</summary>
    public virtual bool SignOutDeletesEveryPart => true;
}
