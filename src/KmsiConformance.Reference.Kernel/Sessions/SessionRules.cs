using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Kernel.Sessions;

/// <summary>
/// Every decision about sessions, as the documents make it under a dated reading. A fault is a subclass that makes one
/// of them otherwise. All members are pure.
/// </summary>
public partial class SessionRules : RuleTopic
{
    /// <summary>
    /// Whether a kept session must pass both gates, KeepAliveInDays for the cookie and SessionExpiryInSeconds for the
    /// session behind it. Only the 2018-08 document says so. In 2018-12 and 2020-12 KeepAliveInDays replaces
    /// the other, and the 2016 document knows nothing but the days (C-01).
    /// </summary>
    public virtual bool BothGatesMustPass => Readings.BothGatesMustPass;

    /// <summary>Who shares the session of this request; null when sessions are suppressed .</summary>
    public virtual SessionKey? KeyFor(SessionSettings settings, string clientId, string policyId) => settings.Scope switch
    {
        SsoScope.Application => new SessionKey(ClientId: clientId),
        SsoScope.Policy => new SessionKey(PolicyId: policyId.ToUpperInvariant()),
        SsoScope.Suppressed => null,
        _ => SessionKey.Tenant,
    };

    /// <summary>What applications may know a session by: a name that no other session has (Back-Channel Logout, 2.1).</summary>
    /// <param name="random">A name that nobody can guess.</param>
    public virtual string SessionName(string subject, string random) => random;

    /// <summary>Whether a tick has an effect: only if the box was offered and KeepAliveInDays is above 0 .</summary>
    public virtual bool Keeps(SessionSettings settings, bool offered, bool ticked) =>
        offered && ticked && settings.KeepAlive is not null;

    /// <summary>The period after which the service refuses the session .</summary>
    public virtual TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        kept && !BothGatesMustPass && settings.KeepAlive is { } days ? days : settings.Session;

    /// <summary>
    /// When the session ends at the latest, however much it is used: counted from its credentials, for kept sessions and
    /// others apart (D-13); null for never.
    /// </summary>
    public virtual DateTimeOffset? LatestEnd(Session session, SessionSettings settings, bool kept) =>
        (kept ? settings.KeepAliveMaximum : settings.Maximum) is { } most ? session.SignedInAt + most : null;

    /// <summary>The cookie's Max-Age; null makes it end with the browser .</summary>
    public virtual TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => kept ? settings.KeepAlive : null;

    /// <summary>Whether use extends the session .</summary>
    public virtual bool UseExtends(SessionSettings settings, bool kept) => settings.Expiry == ExpiryType.Rolling;

    /// <summary>Whether use sets the cookie anew: its Max-Age must move along with a rolling kept session .</summary>
    public virtual bool UseRenewsCookie(SessionSettings settings, bool kept) => kept && UseExtends(settings, kept);

    /// <summary>Whether the session needs no second factor now: none is wanted, or one was given and counts .</summary>
    public virtual bool SecondFactorStands(Session session, SecondFactorDemand demand) => demand switch
    {
        SecondFactorDemand.None => true,
        SecondFactorDemand.OncePerSession => session.SecondFactorAt is not null,
        _ => false,
    };

    /// <summary>When a second factor was accepted in a session that begins: now or never, whoever gave one before .</summary>
    public virtual DateTimeOffset? SecondFactorGiven(Session? before, CredentialsAccepted accepted) =>
        accepted.SecondFactorGiven ? accepted.At : null;

    /// <summary>
    /// Whether a sign-in under a policy that suppresses sessions ends the session that the tenant's other policies share: it
    /// neither makes one nor ends one.
    /// </summary>
    public virtual bool SuppressedSignInEndsOthers => false;

    /// <summary>
    /// The technical profile of the provider that vouches for the user of a session that begins; null for a local account, whoever
    /// was signed in before.
    /// </summary>
    public virtual string? ProviderOf(Session? before, string? vouching) => vouching;

    /// <summary>When a sign-in was made: when its credentials were accepted, however long the page had been open .</summary>
    public virtual DateTimeOffset SignInTime(CredentialsAccepted accepted) => accepted.At;

    /// <summary>When the period of a new session begins: whatever was before, now .</summary>
    public virtual DateTimeOffset PeriodStart(Session? before, DateTimeOffset now) => now;

    /// <summary>
    /// Whether the session that begins goes on where the one before it was: the same user gave the password again while it
    /// was alive. The applications are the same ones, and know it by the same name.
    /// </summary>
    public virtual bool Continues(Session before, CredentialsAccepted accepted) =>
        string.Equals(before.Subject, accepted.Subject, StringComparison.Ordinal) && !HasExpired(before, accepted.At);

    /// <summary>Whether the session ends in whose place another one begins, for copies of its cookie too: always (D-14).</summary>
    public virtual bool EndsTheOneBefore => true;

    /// <summary>The session after an application was signed in; one that it knows already changes nothing .</summary>
    public virtual Session Joined(Session session, Participant? app, bool silently) =>
        app is null || session.Participants.Exists(known => string.Equals(known.ClientId, app.ClientId, StringComparison.Ordinal))
            ? session
            : session with { Participants = session.Participants.Add(app) };

    /// <summary>Whether the service refuses the session because of its age .</summary>
    public virtual bool HasExpired(Session session, DateTimeOffset now) => now >= session.ExpiresAt;

    /// <summary>What is left of a session on the server after sign-out: nothing .</summary>
    public virtual Session? AfterSignOut(Session session) => null;

    /// <summary>Whether sign-out deletes the cookie .</summary>
    public virtual bool SignOutDeletesCookie(Session? session) => true;
}
