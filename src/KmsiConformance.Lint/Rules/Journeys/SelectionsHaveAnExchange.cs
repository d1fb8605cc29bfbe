namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>A sign-in form without the exchange that checks it, or a button without the exchange it leads to.</summary>
internal sealed class SelectionsHaveAnExchange() : PolicyRule(
    "KMSI094", Severity.Error, "What a page offers is a claims exchange of the same step (local) or the next one (federated).",
    ["R-078"], Documents.KmsiUntil2018, "User journey")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        var steps = policy.Merged.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            foreach (var selection in step.Element.All("ClaimsProviderSelections", "ClaimsProviderSelection"))
            {
                if (selection.Attribute("ValidationClaimsExchangeId") is { } local && !step.TechnicalProfiles.ContainsKey(local.Value))
                    yield return Found(
                        local.At,
                        $"Step {step.Order} signs in through {local.Value.Quote()}, which is none of its claims exchanges "
                        + $"({step.TechnicalProfiles.Keys.List()}).",
                        "Add a ClaimsExchange with that id to the same step.");
                if (selection.Attribute("TargetClaimsExchangeId") is { } target
                    && (i + 1 == steps.Count || !steps[i + 1].TechnicalProfiles.ContainsKey(target.Value)))
                    yield return Found(
                        target.At,
                        $"Step {step.Order} offers {target.Value.Quote()}, which is no claims exchange of the step behind it "
                        + $"({(i + 1 == steps.Count ? "there is none" : steps[i + 1].TechnicalProfiles.Keys.List())}).",
                        "Add a ClaimsExchange with that id to the next step.");
            }
        }
    }
}
