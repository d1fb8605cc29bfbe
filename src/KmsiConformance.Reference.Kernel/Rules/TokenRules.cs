using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>What tokens and assertions say, and how they are signed.</summary>
public class TokenRules : RuleTopic
{
    /// <summary>What <c>auth_time</c> says: when credentials were given, not when a session answered for the user (N-07).</summary>
    /// <param name="account">Whose they were.</param>
    public virtual DateTimeOffset AuthTime(string account, DateTimeOffset credentialsGiven, DateTimeOffset now) => credentialsGiven;

    /// <summary>The AuthnInstant of an assertion: when credentials were given, not when a session answered for the user (N-89).</summary>
    public virtual DateTimeOffset AuthnInstant(DateTimeOffset credentialsGiven, DateTimeOffset now) => credentialsGiven;

    /// <summary>Whether the box is said to have been ticked where a session answers: as at its sign-in .</summary>
    public virtual bool BoxOfSession(bool ticked) => ticked;

    /// <summary>Whether the box is said to have been ticked at a sign-in: if it was, and not where it only was there .</summary>
    public virtual bool BoxOfPage(bool offered, bool ticked) => offered && ticked;

    /// <summary>When a token says that it was issued, and good from: now.</summary>
    public virtual DateTimeOffset IssuedAt(DateTimeOffset now) => now;

    /// <summary>Whom the tokens of a refresh name: the user to whom the refresh token was given, by the same sub (Core, 12.2).</summary>
    public virtual string SubjectOfRefresh(string subject, string userName) => subject;

    /// <summary>By which sub the userinfo endpoint names the user: that of the id_token (Core, 5.3.2).</summary>
    public virtual string SubjectAtUserInfo(string subject, string userName) => subject;

    /// <summary>A number of a published key, as it is written: in base64url without padding (RFC 7518, 6.2.1 and 6.3.1).</summary>
    public virtual string NumberOfKey(string base64Url) => base64Url;

    /// <summary>Writes and signs an id_token with these claims.</summary>
    public virtual string Write(Dictionary<string, object> claims) => Jwt.Write(claims);

    /// <summary>The claims of a logout token (N-61).</summary>
    public virtual Dictionary<string, object> LogoutToken(Dictionary<string, object> claims) => claims;

    /// <summary>Whether assertions for SAML applications are signed (SAML profiles, 4.1.3.5).</summary>
    public virtual bool SignsAssertions => true;
}
