using KmsiConformance.Policies;
using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference.Federation;

/// <summary>The addresses under which a policy speaks SAML, as service provider and as identity provider.</summary>
internal static class SamlPaths
{
    public const string Metadata = "samlp/metadata";
    public const string SignIn = "samlp/sso/login";
    public const string SignOut = "samlp/sso/logout";
    public const string Consumer = "samlp/sso/assertionconsumer";

    /// <summary>The policy's entity id, in both roles.</summary>
    public static string EntityId(Tenant tenant, CustomPolicy policy) => $"{tenant.Origin}/{tenant.Name}/{policy.PolicyId}";

    public static string Of(Tenant tenant, CustomPolicy policy, string path) => $"{EntityId(tenant, policy)}/{path}";
}
