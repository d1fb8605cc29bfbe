namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>Where the service finds no address it signs nobody out, and says nothing.</summary>
internal sealed class FederatedSignOutHasAnAddress() : PolicyRule(
    "KMSI116", Severity.Warning, "A federated provider's sign-out has an address, or is switched off.",
    ["R-089", "R-090", "R-091", "R-092", "R-093", "P-17"], Documents.Session2020, "Sign-out, federated identity providers",
    ReadingCondition.Takes("C-18", "provider-asked"))
{
    public override IEnumerable<Finding> Check(LintedPolicy policy) =>
        from provider in policy.Providers
        where !provider.IsLocal && provider.SignOutAt is null && provider.PassesSignOutOn
        let item = provider.Protocol switch { "OpenIdConnect" => "METADATA", "SAML2" => "PartnerEntity", _ => "end_session_endpoint" }
        select Found(
            provider.At,
            $"{provider.Id.Quote()} ({provider.Protocol}) has no {item}: its users stay signed in there after a sign-out.",
            $"Add <Item Key=\"{item}\">…</Item>{(provider.Protocol == "SAML2" ? " whose metadata has a SingleLogoutService" : "")}, or "
            + "<Item Key=\"SingleLogoutEnabled\">false</Item> to say that this is meant.");
}
