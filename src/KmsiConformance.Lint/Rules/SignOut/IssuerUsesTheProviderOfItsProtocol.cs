namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>SM-Noop on the issuer, as older starter packs have it, remembers no apps.</summary>
internal sealed class IssuerUsesTheProviderOfItsProtocol() : PolicyRule(
    "KMSI112", Severity.Warning, "The JWT issuer uses the OAuth session provider, the SAML issuer the SAML one.",
    ["R-108", "P-12"], Documents.Session2020, "Single sign-out, example", ReadingCondition.SingleSignOut)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy) =>
        from issuer in policy.Issuers
        where issuer.Session.Profile is not null && policy.Merged.TechnicalProfile(issuer.Session.Profile) is not null
        let wanted = issuer.IsSaml ? "Saml" : "OAuth"
        where issuer.Session.Kind != wanted
        select Found(
            issuer.Session.At ?? issuer.At,
            $"{issuer.Id.Quote()} issues {issuer.Format} tokens with {issuer.Session.Profile.Quote()}, which is "
            + $"{(issuer.Session.Kind is { } kind ? $"the {kind} provider" : "no session provider")}: its apps are not told about "
            + "sign-outs.",
            $"Refer to a profile with Handler=\"Web.TPEngine.SSO.{wanted}SSOSessionProvider, Web.TPEngine, Version=1.0.0.0, "
            + "Culture=neutral, PublicKeyToken=null\".");
}
