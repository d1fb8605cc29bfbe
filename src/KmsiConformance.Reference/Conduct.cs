using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>
/// Every decision of the reference that a fault may make otherwise: those about sessions, inherited, and those about
/// pages, requests and cookies.
/// </summary>
public partial class Conduct : SessionRules
{
    /// <summary>Whether the page shows the box .</summary>
    public virtual bool OffersBox(CustomPolicy policy) => policy.KmsiOffered(ReferenceProfiles.Reading(Profile));

    /// <summary>Whether the password is the user's; compared in constant time.</summary>
    public virtual bool AcceptsPassword(ReferenceUser user, string password) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(user.Password)), SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    /// <summary>Whether a session begins although the password was wrong: never .</summary>
    public virtual bool RejectedPasswordBeginsSession => false;

    /// <summary>Whether the request demands credentials even though there is a session (N-04; select_account did so on B2C, P-21).</summary>
    public virtual bool DemandsCredentials(IReadOnlyCollection<string> prompt) =>
        prompt.Contains("login", StringComparer.Ordinal) || prompt.Contains("select_account", StringComparer.Ordinal);

    /// <summary>Whether no page may be shown (N-01).</summary>
    public virtual bool ForbidsPages(IReadOnlyCollection<string> prompt) => prompt.Contains("none", StringComparer.Ordinal);

    /// <summary>The session behind a cookie's value; null when there is none, for example because somebody changed it .</summary>
    public virtual SessionId? Recognise(SessionStore sessions, SessionKey key, string cookieValue) => sessions.Find(key, cookieValue);

    /// <summary>The attributes of the session cookie. The documents name none of them; these were observed at the service.</summary>
    public virtual CookieAttributes SessionCookie => new();

    /// <summary>The state that goes back to the application: the one that it sent (N-10).</summary>
    public virtual string? StateToReturn(string? state) => state;

    /// <summary>Whether a code is worth nothing after its first use (RFC 6749, 4.1.2).</summary>
    public virtual bool SpendsCodes => true;

    /// <summary>Whether sign-out demands an id_token_hint .</summary>
    public virtual bool RequiresHint(SessionSettings settings) => settings.EnforceIdTokenHintOnLogout;

    /// <summary>Whether the browser may be sent there after a sign-out with a valid hint of that application .</summary>
    public virtual bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Contains(postLogoutRedirectUri, StringComparer.Ordinal);
}
