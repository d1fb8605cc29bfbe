namespace KmsiConformance.Reference;

/// <content>Decisions that the OpenID Connect specifications make and the products leave open.</content>
public partial class Conduct
{
    /// <summary>Whether prompt=none may come with another value: never (N-02).</summary>
    public virtual bool NoneMayHaveCompany => false;

    /// <summary>Whether max_age counts (N-06).</summary>
    public virtual bool HeedsMaxAge => true;

    /// <summary>Whether an id_token_hint is honoured: tokens for that user and for nobody else (N-08).</summary>
    public virtual bool HeedsIdTokenHint => true;

    /// <summary>Whether answers say what the browser's session is (N-20).</summary>
    public virtual bool SendsSessionState => true;

    /// <summary>Whether the user is asked before a sign-out that might be somebody else's doing (N-34).</summary>
    /// <param name="hinted">Whether a hint came that is of the session that would end.</param>
    public virtual bool AsksBeforeSignOut(bool hinted) => !hinted;

    /// <summary>Whether the application that asked for the sign-out is told too (N-38).</summary>
    public virtual bool TellsInitiator => string.Equals(Profile, ReferenceProfiles.OpenIdConnect, StringComparison.Ordinal);

    /// <summary>Whether front-channel notifications say which session has ended (N-51).</summary>
    public virtual bool SendsIssuerAndSid => true;

    /// <summary>Whether applications that want it are told by the service itself (N-60).</summary>
    public virtual bool TellsByBackChannel => true;

    /// <summary>The claims of a logout token (N-61).</summary>
    public virtual Dictionary<string, object> LogoutToken(Dictionary<string, object> claims) => claims;
}
