namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>Only the ExternalLogin provider drives the sign-out at a federated provider; SAML has one of its own.</summary>
internal sealed class FederatedSessionIsExternal() : PolicyRule(
    "KMSI118", Severity.Warning, "Federated providers use the ExternalLogin session provider, or Saml for SAML.",
    ["R-089", "C-18"], Documents.Providers2022, "External login session provider", ReadingCondition.Takes("C-18", "provider-asked"))
{
    public override IEnumerable<Finding> Check(LintedPolicy policy) =>
        from provider in policy.Providers
        where !provider.IsLocal && provider.PassesSignOutOn && provider.Session.Kind is not null
        where provider.Session.Kind != "ExternalLogin" && !(provider.Protocol == "SAML2" && provider.Session.Kind == "Saml")
        select Found(
            provider.Session.At ?? provider.At,
            $"The session of {provider.Id.Quote()} is that of the {provider.Session.Kind} "
            + $"provider{(provider.Session.Profile is null ? ", because it refers to no session profile" : "")}: a sign-out does not "
            + $"reach {provider.DisplayName ?? provider.Id}.",
            "Refer to a profile with the ExternalLoginSSOSessionProvider, in starter packs SM-SocialLogin.");
}
