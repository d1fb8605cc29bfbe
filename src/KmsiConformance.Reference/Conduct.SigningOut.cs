using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <content>Decisions about sign-out: who is told, how, and where the browser goes next.</content>
public partial class Conduct
{
    /// <summary>
    /// Whether sessions under this policy remember their applications: only if its token issuer is declared as single
    /// sign-out wants it (R-106, R-107; P-12).
    /// </summary>
    public virtual bool RemembersApps(CustomPolicy policy) => TokenIssuer.Of(policy.Merged).Any(issuer => issuer.RemembersApps);

    /// <summary>Whether a sign-out tells the other applications at all. The documents before 2020-12 know nothing of it .</summary>
    public virtual bool TellsApps => string.Equals(Profile, B2cProfile.December2020, StringComparison.Ordinal);

    /// <summary>
    /// The applications that a sign-out tells, each as often as it stands here: those of the session, and not the one that
    /// asked, which has signed out already (R-102; C-15).
    /// </summary>
    /// <param name="participants">The applications of the session.</param>
    /// <param name="initiator">The one that asked; null when the request does not say.</param>
    /// <param name="registered">All applications of the tenant.</param>
    public virtual IEnumerable<AppRegistration> Told(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        participants.Where(app => app != initiator);

    /// <summary>The address that tells an application; null for one that has none .</summary>
    public virtual string? NotificationAddress(AppRegistration app, Session session) => app.LogoutUrl;
}
