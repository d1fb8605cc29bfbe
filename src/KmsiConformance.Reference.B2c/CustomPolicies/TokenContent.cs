using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.CustomPolicies;

/// <summary>What a policy's tokens say about the user, and for how long: its OutputClaims and its issuer's lifetimes.</summary>
internal sealed record TokenContent(IReadOnlyList<OutputClaim> Claims, TokenLifetimes Lifetimes)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "objectId", "sub", "displayName", "givenName", "surname", "email", "emails", "signInName", "signInNames.emailAddress",
        "authenticationSource", "identityProvider", "newUser",
    };

    private static readonly HashSet<string> Resolvers = new(StringComparer.OrdinalIgnoreCase)
    {
        "{Context:KMSI}", "{Context:CorrelationId}", "{Policy:PolicyId}", "{policy}", "{Policy:TenantObjectId}",
        "{Policy:TrustFrameworkTenantId}", "{Policy:RelyingPartyTenantId}", "{OIDC:ClientId}",
    };

    public static TokenContent Of(CustomPolicy policy) => new(OutputClaim.Of(policy.Merged), TokenLifetimes.Of(policy));

    /// <summary>Whether the reference has a value for the claim, at least for some users.</summary>
    public static bool Plays(OutputClaim claim) =>
        claim.DefaultValue is { } value ? !IsResolver(value) || Resolvers.Contains(value) : Known.Contains(claim.ClaimType);

    /// <summary>
    /// The claims for a token, by the name that they have in it. A claim without a value is left out, as the service
    /// does.
    /// </summary>
    public IEnumerable<KeyValuePair<string, object>> For(Authentication authentication, TokenContext context)
    {
        foreach (var claim in Claims)
        {
            var own = claim.AlwaysDefault ? null : Own(claim.ClaimType, authentication);
            if ((own ?? Default(claim.DefaultValue, authentication, context)) is { } value)
                yield return KeyValuePair.Create(claim.Name, value);
        }
    }

    private static object? Own(string claimType, Authentication authentication) => claimType switch
    {
        "objectId" or "sub" => authentication.User.ObjectId,
        "displayName" => authentication.User.DisplayName,
        "givenName" => authentication.User.GivenName,
        "surname" => authentication.User.Surname,
        "email" or "signInNames.emailAddress" => authentication.User.Email,
        "emails" => (string[])[authentication.User.Email],
        "signInName" => authentication.User.UserName,
        "identityProvider" => authentication.IdentityProvider,
        "authenticationSource" => authentication.IdentityProvider is null ? "localAccountAuthentication" : "socialIdpAuthentication",
        "newUser" => false,
        _ => null,
    };

    private static string? Default(string? value, Authentication authentication, TokenContext context) => value switch
    {
        null => null,
        _ when !IsResolver(value) => value,
        _ => value.ToUpperInvariant() switch
        {
            "{CONTEXT:KMSI}" => authentication.BoxTicked ? "true" : "false",
            "{CONTEXT:CORRELATIONID}" => context.CorrelationId,
            "{POLICY:POLICYID}" or "{POLICY}" => context.PolicyId,
            "{POLICY:TENANTOBJECTID}" => context.TenantId,
            "{POLICY:TRUSTFRAMEWORKTENANTID}" or "{POLICY:RELYINGPARTYTENANTID}" => context.TenantName,
            "{OIDC:CLIENTID}" => context.ClientId,
            _ => null,
        },
    };

    private static bool IsResolver(string value) => value.StartsWith('{') && value.EndsWith('}');
}

/// <summary>What resolvers in a policy stand for.</summary>
internal sealed record TokenContext(string PolicyId, string TenantId, string TenantName, string ClientId, string CorrelationId);
