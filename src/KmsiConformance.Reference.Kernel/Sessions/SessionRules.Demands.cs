namespace KmsiConformance.Reference.Kernel.Sessions;

/// <content>What a request asks of a session, and what a sign-out makes of it: the same whether it is kept or not.</content>
public partial class SessionRules
{
    /// <summary>Whether credentials are asked for in spite of the session, because the request demands it (N-04).</summary>
    public virtual bool HeedsDemand(Session session, SignInAsked asked) => asked.CredentialsDemanded;

    /// <summary>
    /// Whether the session takes such a demand, answered or not, as the end of being kept: never, only a sign-out ends that
    ///
    /// </summary>
    public virtual bool DemandEndsKeeping(Session session) => false;

    /// <summary>Whether the credentials of the session were given longer ago than the application puts up with (N-06).</summary>
    public virtual bool IsTooOld(Session session, DateTimeOffset now, TimeSpan maxAge) => now - session.SignedInAt > maxAge;

    /// <summary>Whether those who take part in a session are told of its end, however long nobody used it .</summary>
    public virtual bool TellsOf(Session session, DateTimeOffset now) => true;
}
