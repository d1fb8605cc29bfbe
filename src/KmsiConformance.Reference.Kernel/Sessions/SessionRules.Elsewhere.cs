using KmsiConformance.Policies;

namespace KmsiConformance.Reference.Kernel.Sessions;

/// <content>What becomes of a kept session when another policy runs.</content>
public partial class SessionRules
{
    /// <summary>
    /// The reading of C-20: whether a policy that keeps nobody signed in removes the cookie of a kept session. The
    /// documents of the profiles do not speak of it; one of March 2021 says that it does.
    /// </summary>
    public bool RemovesCookieWithoutDays => Readings.PolicyWithoutDaysRemovesCookie;

    /// <summary>Whether a kept session ends because a policy with these settings has used it: this once it still answers.</summary>
    public virtual bool EndsKeptSession(Session session, SessionSettings settings) =>
        RemovesCookieWithoutDays && session.Kept && settings.KeepAlive is null;
}
