using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>The session cookie: its attributes, and how it leads to a session.</summary>
public class SessionCookieRules : RuleTopic
{
    /// <summary>
    /// The attributes of the session cookie. The documents of login endpoints name none of them; these were observed at the service. A
    /// site of its own keeps it from what other sites begin (W-07).
    /// </summary>
    public virtual CookieAttributes SessionCookie => Readings.Product == LoginProduct.Web ? new(SameSite: "Lax") : new();

    /// <summary>The attributes of the session cookie under the policy that has this path: the same under all.</summary>
    /// <param name="use">What it is written for, which makes no difference.</param>
    public virtual CookieAttributes SessionCookieUnder(string policyPath, CookieUse use) => SessionCookie;

    /// <summary>
    /// Whether the browser state, by which applications notice a change, is another one: after a sign-in with credentials and after a
    /// sign-out (N-22).
    /// </summary>
    public virtual bool BrowserStateChanges(bool atSignOut) => true;

    /// <summary>Whether a silent sign-in leaves the browser state as it is: always, nothing has changed (N-22).</summary>
    public virtual bool SilenceLeavesTheBrowserState => true;

    /// <summary>How long the browser state stays in the browser: as long as the cookie of the session (N-24).</summary>
    /// <param name="renewed">Whether use has extended the session.</param>
    public virtual TimeSpan? BrowserStateLifetime(TimeSpan? ofSession, bool renewed) => ofSession;

    /// <summary>The session behind a cookie's value; null when there is none, for example because somebody changed it .</summary>
    public virtual SessionId? Recognise(SessionStore sessions, SessionKey key, string cookieValue) => sessions.Find(key, cookieValue);

    /// <summary>The session of a browser that has no such cookie: none, whatever else it may be known by .</summary>
    public virtual SessionId? Unpresented(SessionStore sessions, SessionKey key) => null;
}
