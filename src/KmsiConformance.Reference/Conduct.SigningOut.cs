using System.Text.Json;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference;

/// <content>Decisions about sign-out: who is told, how, and where the browser goes next.</content>
public partial class Conduct
{
    /// <summary>
    /// Whether sessions under this policy remember their applications: only if its token issuer is declared as single
    /// sign-out wants it (R-106, R-107; P-12).
    /// </summary>
    public virtual bool RemembersApps(CustomPolicy policy) => Policies.InForce.TokenIssuer.Of(policy.Merged).Any(issuer => issuer.RemembersApps);

    /// <summary>Whether a sign-out tells the other applications at all. The B2C documents before 2020-12 know nothing of it .</summary>
    public virtual bool TellsApps => Profile is B2cProfile.December2020 || !B2cProfile.All.Contains(Profile);

    /// <summary>
    /// The applications that a sign-out tells, each as often as it stands here: those of the session, and not the one that
    /// asked, which has signed out already (R-102; C-15).
    /// </summary>
    /// <param name="participants">The applications of the session.</param>
    /// <param name="initiator">The one that asked; null when the request does not say.</param>
    /// <param name="registered">All applications of the tenant.</param>
    public virtual IEnumerable<AppRegistration> Told(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        participants.Where(app => TellsInitiator || app != initiator);

    /// <summary>The address that tells an application; null for one that has none .</summary>
    public virtual string? NotificationAddress(AppRegistration app, Session session) => app.LogoutUrl;

    /// <summary>What of all that is to be told the browser is given to tell: everything.</summary>
    internal virtual IReadOnlyList<Notification> ThroughTheBrowser(IReadOnlyList<Notification> due) => due;

    /// <summary>Called before any request is answered.</summary>
    internal virtual Task BeforeAnswerAsync() => Task.CompletedTask;

    /// <summary>The sessions that a sign-out ends: the one that the scope of the policy names.</summary>
    /// <param name="key">The session of the request.</param>
    /// <param name="registered">All applications of the tenant.</param>
    public virtual IEnumerable<SessionKey> SignedOut(SessionKey key, IReadOnlyList<AppRegistration> registered) => [key];

    /// <summary>Whether a sign-out needs a session that could end: no, signing out twice is no error (N-39).</summary>
    public virtual bool SignOutNeedsASession => false;

    /// <summary>Whether a sign-out must name an address to return to: no, the service has a page of its own.</summary>
    public virtual bool SignOutNeedsAnAddress => false;

    /// <summary>The application whose session ends under scope Application: the one that the request names, and no other (P-05).</summary>
    /// <param name="registered">All applications of the tenant.</param>
    public virtual string? ClientToSignOut(string? named, IReadOnlyList<AppRegistration> registered) => named;

    /// <summary>The claims of an id_token_hint; null unless this service signed it.</summary>
    internal virtual JsonElement? ReadHint(string hint) => Jwt.Verify(hint);

    /// <summary>Whether a hint's issuer is this tenant.</summary>
    public virtual bool IsIssuer(string? named, string issuer) => string.Equals(named, issuer, StringComparison.Ordinal);

    /// <summary>Whether a request that names one application may carry the hint of another: no (N-33).</summary>
    public virtual bool AcceptsHintOfAnotherApplication => false;

    /// <summary>Whether a hint is good after its time: yes, people sign out after their tokens expired (N-32).</summary>
    public virtual bool AcceptsExpiredHint => true;

    /// <summary>The applications whose addresses are good for a sign-out with that application's hint: its own.</summary>
    /// <param name="registered">All applications of the tenant.</param>
    public virtual IEnumerable<AppRegistration> AddressOwners(AppRegistration app, IReadOnlyList<AppRegistration> registered) => [app];

    /// <summary>
    /// Whether sign-out that demands no hint goes there: to any complete web address; never to scripts, documents or
    /// something that only a browser would take for a complete address.
    /// </summary>
    public virtual bool Follows(string postLogoutRedirectUri) =>
        Uri.TryCreate(postLogoutRedirectUri, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp);

    /// <summary>The address to which the browser goes, with the state if the application sent one (N-36).</summary>
    public virtual string AddressWithState(string postLogoutRedirectUri, string? state)
    {
        if (state is null) return postLogoutRedirectUri;
        var fragment = postLogoutRedirectUri.IndexOf('#', StringComparison.Ordinal);
        var (address, rest) = fragment < 0 ? (postLogoutRedirectUri, "") : (postLogoutRedirectUri[..fragment], postLogoutRedirectUri[fragment..]);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}state={Uri.EscapeDataString(state)}{rest}";
    }

    /// <summary>Whether a sign-out that is refused sends the browser on all the same: never (R-112, N-40).</summary>
    public virtual bool RefusedSignOutGoesOn => false;
}
