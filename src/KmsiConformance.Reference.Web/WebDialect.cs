using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Web;

/// <summary>A site says little: it has no protocol, and so no codes, no issuer and no tokens.</summary>
internal sealed class WebDialect : Dialect
{
    public override string Footer(LoginPolicy policy) => "a site of its own";

    public override string Issuer(string origin, string tenantId) => origin;

    public override Trouble Say(Trouble trouble) => trouble with { Code = "error" };

    public override ProductTokens Tokens(Tenant tenant) => new NoTokens();

    private sealed class NoTokens : ProductTokens
    {
        public override string IdToken(
            Authentication authentication, string clientId, string policyId, string? nonce, string? code = null) => throw None();

        public override string AccessToken(Authentication authentication, string clientId, string policyId, string scope) => throw None();

        private static NotSupportedException None() => new("A site without a protocol gives no tokens.");
    }
}
