namespace KmsiConformance.IdentityProviders;

/// <summary>Told what a provider sees; a world writes it into its ledger. Called from request handlers: must be quick.</summary>
public interface IProviderObserver
{
    /// <summary>A client asks for a sign-in.</summary>
    /// <param name="how">The kind of request, for example <c>authorize</c> or <c>AuthnRequest</c>.</param>
    void SignInAsked(string provider, string how);

    /// <summary>A client asks for a sign-out.</summary>
    /// <param name="how">The kind of request, for example <c>end_session</c> or <c>LogoutRequest</c>.</param>
    void SignOutAsked(string provider, string how);

    /// <summary>The provider's own page asks for credentials.</summary>
    void Prompted(string provider);

    /// <summary>The provider accepted credentials and began a session.</summary>
    void SessionStarted(string provider, string user);

    /// <summary>A session of the provider ended.</summary>
    /// <param name="reason"><c>sign-out</c> or <c>replaced</c>.</param>
    void SessionEnded(string provider, string reason);

    /// <summary>A browser's request could not be answered because of a mistake in this program.</summary>
    void Broken(string provider, string path, Exception broken);
}

/// <summary>Listens to nothing.</summary>
public sealed class NobodyListens : IProviderObserver
{
    public void SignInAsked(string provider, string how)
    {
    }

    public void SignOutAsked(string provider, string how)
    {
    }

    public void Prompted(string provider)
    {
    }

    public void SessionStarted(string provider, string user)
    {
    }

    public void SessionEnded(string provider, string reason)
    {
    }

    public void Broken(string provider, string path, Exception broken)
    {
    }
}
