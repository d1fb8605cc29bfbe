using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>What codes and refresh tokens are worth, and to whom.</summary>
public class TokenEndpointRules : RuleTopic
{
    /// <summary>Whether a code is worth nothing after its first use (RFC 6749, 4.1.2).</summary>
    public virtual bool SpendsCodes => true;

    /// <summary>Whether a code is worth something to the application alone that asked for it (RFC 6749, 4.1.3).</summary>
    public virtual bool BindsCodesToClients => true;

    /// <summary>Whether a code is worth something under the policy alone that gave it (AADB2C90088).</summary>
    public virtual bool BindsCodesToPolicies => true;

    /// <summary>Whether a code must come with the redirect URI that it was sent to (RFC 6749, 4.1.3).</summary>
    public virtual bool BindsCodesToAddresses => true;

    /// <summary>Whether a code with a challenge must come with its verifier (RFC 7636, 4.6).</summary>
    public virtual bool DemandsVerifiers => true;

    /// <summary>Whether the redirect URI may not be left out where the request named one (RFC 6749, 4.1.3).</summary>
    public virtual bool DemandsAddresses => true;

    /// <summary>Whether a challenge is good as its own verifier: never, the method is S256 (RFC 7636, 4.6).</summary>
    public virtual bool ComparesVerifiersPlainly => false;

    /// <summary>Whether an application with a secret may leave the verifier out: never (RFC 7636, 4.6).</summary>
    public virtual bool SecretsReplaceVerifiers => false;

    /// <summary>How long a code is good (RFC 6749, 4.1.2).</summary>
    public virtual TimeSpan CodeLifetime => CodeStore.Lifetime;

    /// <summary>Whether an application that has a secret must prove that it knows it (RFC 6749, 3.2.1).</summary>
    /// <param name="sent">Whether it sent one, good or not.</param>
    public virtual bool AuthenticatesClients(bool sent) => true;

    /// <summary>Whether a refresh token is worth something to the application alone that it was given to (RFC 6749, 6 and 10.4).</summary>
    public virtual bool BindsRefreshTokensToClients => true;

    /// <summary>Whether a refresh token is worth nothing once it was used: the next one takes its place (RFC 9700, 4.14.2).</summary>
    public virtual bool SpendsRefreshTokens => true;

    /// <summary>Whether a spent refresh token that comes again ends all that came of its sign-in (RFC 9700, 4.14.2).</summary>
    public virtual bool ReuseEndsTheFamily => true;

    /// <summary>Whether a refresh token is refused once its time is over (RFC 6749, 5.2).</summary>
    public virtual bool RefreshTokensEnd => true;

    /// <summary>
    /// Until when the refresh token of a single-page application is good: a fixed time from the sign-in, however often it is used.
    /// </summary>
    /// <param name="signedInAt">When the first of its family was given.</param>
    /// <param name="now">When this one is given.</param>
    public virtual DateTimeOffset SinglePageRefreshEnd(DateTimeOffset signedInAt, DateTimeOffset now) =>
        signedInAt + RefreshTokenStore.OfSinglePageApps;

    /// <summary>When the family of a refresh token began, from which its longest life counts: at the sign-in; no use moves it.</summary>
    public virtual DateTimeOffset RefreshFamilyBegan(DateTimeOffset signedInAt, DateTimeOffset now) => signedInAt;

    /// <summary>Whether a token request is read from its body alone, and what stands in its address is not heard (RFC 6749, 3.2).</summary>
    /// <param name="isPost">Whether it is a POST request; one that is not gets no tokens.</param>
    public virtual bool ReadsBodiesAlone(bool isPost) => true;

    /// <summary>Whether an application that uses HTTP Basic may name its client id in the body too (RFC 6749, 3.2.1).</summary>
    public virtual bool TakesClientIdBesideBasic => true;

    /// <summary>Whether a refresh token is given: only where offline_access was asked for (OpenID Connect Core, 11).</summary>
    public virtual bool GivesRefreshToken(bool asked) => asked;

    /// <summary>Whether a refresh may ask for no more than was granted (RFC 6749, 6).</summary>
    public virtual bool BindsRefreshesToTheirScope => true;

    /// <summary>Whether pages of single-page applications may read the answer, be it tokens or an error (Fetch, CORS protocol).</summary>
    public virtual bool LetsPagesRead(bool isError) => true;

    /// <summary>Whether the userinfo endpoint takes none but the access tokens that are meant for it (RFC 6749, 7).</summary>
    public virtual bool UserInfoChecksAudiences => true;

    /// <summary>Whether a refresh token is worth something only while the session lives in which it was given: never (N-13).</summary>
    public virtual bool RefreshNeedsSession => false;

    /// <summary>Whether a refresh counts as use of the session: session management plays no part in it.</summary>
    public virtual bool RefreshUsesSession => false;
}
