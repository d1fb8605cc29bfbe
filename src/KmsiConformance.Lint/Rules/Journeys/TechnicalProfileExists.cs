using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>An exchange or issuer that is not defined stops the upload.</summary>
internal sealed class TechnicalProfileExists() : PolicyRule(
    "KMSI093", Severity.Error, "The technical profiles that a journey's steps refer to exist.",
    ["R-078", "R-081"], Documents.KmsiUntil2018, "User journey")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.Merged.IsComplete) yield break;
        foreach (var step in policy.Merged.Steps)
        {
            foreach (var exchange in step.Element.All("ClaimsExchanges", "ClaimsExchange"))
                if (exchange.Attribute("TechnicalProfileReferenceId") is { } named && policy.Merged.TechnicalProfile(named.Value) is null)
                    yield return Missing(policy, step, named);
            if (step.Element.Attribute("CpimIssuerTechnicalProfileReferenceId") is { } issuer
                && policy.Merged.TechnicalProfile(issuer.Value) is null)
                yield return Missing(policy, step, issuer);
        }
    }

    private Finding Missing(LintedPolicy policy, JourneyStep step, PolicyAttribute named) => Found(
        named.At,
        $"Step {step.Order} of {policy.Merged.DefaultJourney!.Value.Quote()} refers to the technical profile {named.Value.Quote()}, "
        + "which does not exist.",
        "Define it in a ClaimsProvider of this policy or a base, or mend the name.");
}
