using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>The sibling of the portal's "Run now", which asks for credentials every time (P-01).</summary>
internal sealed class ProviderIsNotToldToAsk() : PolicyRule(
    "KMSI120", Severity.Info, "Federated providers are not asked with prompt=login.",
    ["R-010", "R-014", "P-01", "P-21"], Documents.Session2020, "Federated identity provider session")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        foreach (var provider in policy.Providers.Where(p => !p.IsLocal))
        {
            var profile = policy.Merged.TechnicalProfile(provider.Id)!;
            var prompt = profile.All("InputClaims", "InputClaim")
                .FirstOrDefault(c => (c["PartnerClaimType"] ?? c["ClaimTypeReferenceId"]) == "prompt");
            var asks = prompt?.Attribute("DefaultValue") is { } value
                ? new Located<string>(value.Value, value.At)
                : policy.Merged.Metadata(provider.Id).GetValueOrDefault("prompt");
            if (asks is null || !asks.Value.Contains("login", StringComparison.OrdinalIgnoreCase)) continue;
            yield return Found(
                asks.At,
                $"{provider.Id.Quote()} sends prompt={asks.Value.Quote()}: its users give their credentials every time, although they "
                + "are signed in there.",
                "Remove it unless that is meant.");
        }
    }
}
