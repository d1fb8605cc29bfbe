namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>The SAML session provider serves apps and identity providers; for the latter its switch must be off.</summary>
internal sealed class SamlProviderIsNoServiceProvider() : PolicyRule(
    "KMSI119", Severity.Warning, "The SAML session profile of an identity provider has RegisterServiceProviders set to false.",
    ["R-092", "R-102", "C-14"], Documents.Providers2022, "SAML session provider", ReadingCondition.SingleSignOut)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        foreach (var provider in policy.Providers.Where(p => !p.IsLocal && p.Session is { Kind: "Saml", Profile: not null }))
        {
            var registers = policy.Merged.Metadata(provider.Session.Profile!).GetValueOrDefault("RegisterServiceProviders");
            if (string.Equals(registers?.Value, "false", StringComparison.OrdinalIgnoreCase)) continue;
            yield return Found(
                provider.Session.At ?? provider.At,
                $"{provider.Session.Profile.Quote()} takes the identity provider {provider.Id.Quote()} for an app, because "
                + $"RegisterServiceProviders is {registers?.Value.Quote() ?? "absent, which means true"}.",
                "Give it a session profile of its own with <Item Key=\"RegisterServiceProviders\">false</Item>.");
        }
    }
}
