using KmsiConformance.Policies;

namespace KmsiConformance.Reference.Kernel.Sessions;

/// <content>What counts as use, as a tick, and as a new handle.</content>
public partial class SessionRules
{
    /// <summary>Whether this use extends a rolling session: every silent sign-in does, early ones too .</summary>
    public virtual bool UseCounts(Session session, SessionSettings settings, DateTimeOffset at) => true;

    /// <summary>Whether a use extends a session in which nobody might have been asked (prompt=none): as any other .</summary>
    public virtual bool SilentRequestsExtend => true;

    /// <summary>Whether a kept session ends those that the user has kept in other browsers: never .</summary>
    public virtual bool KeepsInOneBrowserOnly => false;

    /// <summary>The session at the provider that a sign-out names: the one by which it vouched last (SAML core, 3.7.1).</summary>
    public virtual SessionAtProvider? AtProvider(SessionAtProvider? before, SessionAtProvider? now) => now ?? before;

    /// <summary>Whether the box counts as ticked: as the page says, whatever was ticked before .</summary>
    public virtual bool Ticked(Session? before, CredentialsAccepted accepted) => accepted.BoxTicked;

    /// <summary>The handle of a session that begins: a fresh one, whatever the browser presents, so that nobody can plant one.</summary>
    public virtual string Handle(string? presented, string fresh) => fresh;
}
