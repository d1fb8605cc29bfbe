using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.CustomPolicies;

/// <summary>The claims of a journey: what services said, and what the reference knows of the user.</summary>
internal sealed record JourneyClaims(Authentication Authentication, TokenContext Context)
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

    /// <summary>Whether the reference knows such a claim by itself, at least of some users.</summary>
    public static bool Knows(string claimType) => Known.Contains(claimType);

    /// <summary>Whether a text is the value itself, or stands for one that is known.</summary>
    public static bool Resolves(string value) => !IsResolver(value) || Resolvers.Contains(value);

    /// <summary>The value of a claim: text, a truth value, a number or a list of texts; null where it has none.</summary>
    public object? Of(string claimType) => Authentication.Claims.GetValueOrDefault(claimType) ?? claimType switch
    {
        "objectId" or "sub" => Authentication.User.ObjectId,
        "displayName" => Authentication.User.DisplayName,
        "givenName" => Authentication.User.GivenName,
        "surname" => Authentication.User.Surname,
        "email" or "signInNames.emailAddress" => Authentication.User.Email,
        "emails" => (string[])[Authentication.User.Email],
        "signInName" => Authentication.User.UserName,
        "identityProvider" => Authentication.IdentityProvider,
        "authenticationSource" => Authentication.IdentityProvider is null ? "localAccountAuthentication" : "socialIdpAuthentication",
        "newUser" => false,
        _ => null,
    };

    /// <summary>What a default value stands for; null where it stands for nothing that is known.</summary>
    public string? Resolve(string? value) => value switch
    {
        null => null,
        _ when !IsResolver(value) => value,
        _ => value.ToUpperInvariant() switch
        {
            "{CONTEXT:KMSI}" => Authentication.BoxTicked ? "true" : "false",
            "{CONTEXT:CORRELATIONID}" => Context.CorrelationId,
            "{POLICY:POLICYID}" or "{POLICY}" => Context.PolicyId,
            "{POLICY:TENANTOBJECTID}" => Context.TenantId,
            "{POLICY:TRUSTFRAMEWORKTENANTID}" or "{POLICY:RELYINGPARTYTENANTID}" => Context.TenantName,
            "{OIDC:CLIENTID}" => Context.ClientId,
            _ => null,
        },
    };

    private static bool IsResolver(string value) => value.StartsWith('{') && value.EndsWith('}');
}

/// <summary>What resolvers in a policy stand for.</summary>
internal sealed record TokenContext(string PolicyId, string TenantId, string TenantName, string ClientId, string CorrelationId)
{
    /// <summary>As it is in an exchange.</summary>
    public static TokenContext Of(Exchange exchange, string clientId) =>
        new(exchange.Policy.PolicyId, exchange.Tenant.Id, exchange.Tenant.Name, clientId, exchange.CorrelationId);
}
