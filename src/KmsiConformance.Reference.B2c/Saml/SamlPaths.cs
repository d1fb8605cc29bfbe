using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.B2c.Saml;

/// <summary>The addresses under which a policy speaks SAML, as service provider and as identity provider.</summary>
internal static class SamlPaths
{
    public const string Metadata = "samlp/metadata";
    public const string SignIn = "samlp/sso/login";
    public const string SignOut = "samlp/sso/logout";
    public const string Consumer = "samlp/sso/assertionconsumer";

    /// <summary>The policy's entity id, in both roles.</summary>
    public static string EntityId(Tenant tenant, LoginPolicy policy) => $"{tenant.Origin}/{tenant.Name}/{policy.PolicyId}";

    public static string Of(Tenant tenant, LoginPolicy policy, string path) => $"{EntityId(tenant, policy)}/{path}";
}
