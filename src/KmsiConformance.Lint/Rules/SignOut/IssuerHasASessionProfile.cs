namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>Without it the service does not remember which apps take part in a session.</summary>
internal sealed class IssuerHasASessionProfile() : PolicyRule(
    "KMSI111", Severity.Warning, "Token issuers refer to a session management profile.",
    ["R-107", "C-16", "P-12"], Documents.Session2020, "Single sign-out", ReadingCondition.SingleSignOut)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy) =>
        from issuer in policy.Issuers
        where issuer.Session.Profile is null
        select Found(
            issuer.At,
            $"{issuer.Id.Quote()} has no UseTechnicalProfileForSessionManagement: nobody is told about a sign-out.",
            $"Add <UseTechnicalProfileForSessionManagement ReferenceId=\"{(issuer.IsSaml ? "SM-Saml-issuer" : "SM-jwt-issuer")}\" /> as "
            + "its last part, and that profile; any name will do.");
}
