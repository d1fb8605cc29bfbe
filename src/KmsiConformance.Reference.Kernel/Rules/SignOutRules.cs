using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>What a sign-out needs, and what it ends.</summary>
public class SignOutRules : RuleTopic
{
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

    /// <summary>Whether a hint is of the session that would end, and not of another one of the same user (N-34).</summary>
    /// <param name="sid">The session that it names.</param>
    public virtual bool IsOfTheSession(Session session, string? sid) => string.Equals(sid, session.Sid, StringComparison.Ordinal);

    /// <summary>Whether the user is asked before a sign-out that might be somebody else's doing (N-34).</summary>
    /// <param name="hinted">Whether a hint came that is of the session that would end.</param>
    public virtual bool AsksBeforeSignOut(bool hinted) => !hinted;

    /// <summary>Whether the user's answer counts only for the session that was asked about (RP-Initiated Logout, 6).</summary>
    public virtual bool BindsTheAnswerToTheSession => true;

    /// <summary>
    /// Whether a sign-out ends the session on the server too, and not just its cookie: also one that was asked about.
    /// </summary>
    /// <param name="confirmed">Whether the user was asked and said yes.</param>
    public virtual bool EndsOnTheServer(bool confirmed) => true;

    /// <summary>Whether the signature of a LogoutRequest is verified, by the keys of the app that it names: always (N-69).</summary>
    /// <param name="signed">Whether it comes with one.</param>
    public virtual bool VerifiesLogoutRequest(bool signed) => true;

    /// <summary>Whether a LogoutRequest is about a session: about that of the user whom it names (N-69).</summary>
    /// <param name="named">Whom it names.</param>
    public virtual bool IsNamed(Session session, string named) => string.Equals(named, session.Subject, StringComparison.Ordinal);

    /// <summary>Whether a SAML application's LogoutRequest ends the session .</summary>
    public virtual bool ObeysLogoutRequests => true;
}
