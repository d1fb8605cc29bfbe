namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>Issues the tokens of one tenant, with the claims of its product.</summary>
internal abstract class ProductTokens
{
    /// <summary>Issues an id_token; with a code beside it the token is bound to it (OpenID Connect Core, 3.3.2.11).</summary>
    public abstract string IdToken(Authentication authentication, string clientId, string policyId, string? nonce, string? code = null);

    /// <summary>Issues an access token.</summary>
    public abstract string AccessToken(Authentication authentication, string clientId, string policyId, string scope);
}
