using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>Who is told of a sign-out, and how.</summary>
public class NotificationRules : RuleTopic
{
    /// <summary>
    /// Whether sessions under this policy remember their applications: only if its token issuer is declared as single
    /// sign-out wants it (R-106, R-107; P-12).
    /// </summary>
    internal virtual bool RemembersApps(LoginPolicy policy) => policy.RemembersApps;

    /// <summary>
    /// Whether a sign-out tells the other applications at all. The B2C documents before 2020-12 know nothing of it
    ///
    /// </summary>
    public virtual bool TellsApps => Readings.TellsApps;

    /// <summary>
    /// Whether the sign-in page tells the applications of a session that it cannot use: never, only a sign-out does.
    /// </summary>
    public virtual bool SignInNotifiesApps => false;

    /// <summary>What a SAML application is told that the user is called: what its assertion said .</summary>
    /// <param name="subject">That.</param>
    /// <param name="userName">The name that the user types.</param>
    public virtual string NameForApps(string subject, string? userName) => subject;

    /// <summary>Whether the application that asked for the sign-out is told too (N-38).</summary>
    public virtual bool TellsInitiator => Readings.TellsInitiator;

    /// <summary>
    /// The applications that a sign-out tells, each as often as it stands here: those of the session, and not the one that
    /// asked, which has signed out already (R-102; C-15).
    /// </summary>
    /// <param name="participants">The applications of the session.</param>
    /// <param name="initiator">The one that asked; null when the request does not say.</param>
    /// <param name="registered">All applications of the tenant.</param>
    public virtual IEnumerable<AppRegistration> Notified(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        participants.Where(app => TellsInitiator || app != initiator);

    /// <summary>The address that tells an application; null for one that has none .</summary>
    public virtual string? NotificationAddress(AppRegistration app, Session session) => app.LogoutUrl;

    /// <summary>What of all that is to be told the browser is given to tell: everything.</summary>
    internal virtual IReadOnlyList<Notification> ThroughTheBrowser(IReadOnlyList<Notification> due) => due;

    /// <summary>From where the pages that tell through the browser may load frames, as a content policy says it.</summary>
    internal virtual string FrameSources => NotificationFrames.Sources;

    /// <summary>Called before any request is answered.</summary>
    internal virtual Task BeforeAnswerAsync() => Task.CompletedTask;

    /// <summary>Whether front-channel notifications say which session has ended (N-51).</summary>
    public virtual bool SendsIssuerAndSid => true;

    /// <summary>Who a front-channel notification says it is from: the issuer of the tokens (Front-Channel Logout, 2).</summary>
    public virtual string NotifyingIssuer(string issuer) => issuer;

    /// <summary>Whether a query that a registered address has stays in it: iss and sid are added to it (N-47).</summary>
    public virtual bool KeepsQueries => true;

    /// <summary>Whether applications that want it are told by the service itself (N-60).</summary>
    public virtual bool TellsByBackChannel => true;

    /// <summary>
    /// Whether the servers of the other applications are told although one of them fails: each is told for itself (N-60).
    /// </summary>
    public virtual bool TellsTheRestAfterAFailure => true;

    /// <summary>Whether the user is signed out although a server could not be told: what it misses is its own affair (N-60).</summary>
    public virtual bool SignsOutAfterAFailure => true;

    /// <summary>Whether a sign-out tells SAML applications as well .</summary>
    public virtual bool TellsSamlApps => true;
}
