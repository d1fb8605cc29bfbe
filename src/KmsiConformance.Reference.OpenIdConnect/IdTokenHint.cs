using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>
/// The token by which an application says whom it expects. It must be this provider's; it may have expired, since
/// applications keep it for exactly that time (N-08).
/// </summary>
internal static class IdTokenHint
{
    /// <summary>Whether the request carries a hint that is none of this provider's.</summary>
    public static bool IsForged(Tenant tenant, AuthorizeRequest request) =>
        tenant.Rules.Authorize.HeedsIdTokenHint && request.IdTokenHint is { } hint && Subject(tenant, hint) is null;

    /// <summary>Whether tokens for that user may answer the request.</summary>
    /// <param name="typed">Whether the user has just typed a password.</param>
    public static bool Admits(Tenant tenant, AuthorizeRequest request, ReferenceUser user, bool typed) =>
        !tenant.Rules.Authorize.HeedsIdTokenHint
            || (typed && !tenant.Rules.Authorize.HeedsIdTokenHintOnPages)
            || request.IdTokenHint is not { } hint
            || string.Equals(Subject(tenant, hint), user.ObjectId, StringComparison.Ordinal);

    private static string? Subject(Tenant tenant, string hint) =>
        Jwt.Verify(hint) is { } claims
            && claims.TryGetProperty("iss", out var issuer)
            && issuer.ValueEquals(tenant.Issuer)
            && claims.TryGetProperty("sub", out var subject)
            ? subject.GetString()
            : null;
}
