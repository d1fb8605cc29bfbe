using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>With None, which older starter packs have, no app hears of a sign-out (C-17).</summary>
internal sealed class IssuerNamesItsProtocol() : PolicyRule(
    "KMSI110", Severity.Warning, "Token issuers name their protocol: OpenIdConnect for JWT, SAML2 for SAML.",
    ["R-106", "C-17", "P-12"], Documents.Session2020, "Single sign-out", ReadingCondition.Takes("C-17", "protocol-named"))
{
    public override IEnumerable<Finding> Check(LintedPolicy policy) =>
        from issuer in policy.Issuers
        let wanted = Wanted(issuer)
        where issuer.Protocol?.Value != wanted
        select Found(
            issuer.Protocol?.At ?? issuer.At,
            $"The protocol of {issuer.Id.Quote()} is {issuer.Protocol?.Value.Quote() ?? "absent"}: apps that use {issuer.Format} tokens "
            + "are not told about sign-outs.",
            $"Write <Protocol Name=\"{wanted}\" />.");

    private static string Wanted(TokenIssuer issuer) => issuer.IsSaml ? "SAML2" : "OpenIdConnect";
}
