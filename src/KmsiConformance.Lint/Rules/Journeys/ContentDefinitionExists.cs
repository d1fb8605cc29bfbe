using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>A step whose page is not defined cannot be shown.</summary>
internal sealed class ContentDefinitionExists() : PolicyRule(
    "KMSI092", Severity.Error, "The content definitions that steps and technical profiles refer to exist.",
    ["R-038", "R-081"], Documents.All, "User journey; Content definition")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.Merged.IsComplete) yield break;
        foreach (var step in policy.Merged.Steps)
        {
            if (step.ContentDefinition is { } page && policy.Merged.Blocks.Find("ContentDefinition", page) is null)
                yield return Missing(
                    policy, page, $"Step {step.Order} of {policy.Merged.DefaultJourney!.Value.Quote()}",
                    step.Element.Attribute("ContentDefinitionReferenceId")!.At);
        }

        foreach (var profile in policy.Merged.Blocks.All("TechnicalProfile").Select(p => p["Id"]).OfType<string>())
        {
            if (policy.Merged.Metadata(profile, "ContentDefinitionReferenceId") is { } page
                && policy.Merged.Blocks.Find("ContentDefinition", page.Value) is null)
                yield return Missing(policy, page.Value, $"The technical profile {profile.Quote()}", page.At);
        }
    }

    private Finding Missing(LintedPolicy policy, string page, string who, Place at) => Found(
        at,
        $"{who} refers to the content definition {page.Quote()}, which does not exist.",
        "Define it, or name one that exists: "
        + $"{policy.Merged.Blocks.All("ContentDefinition").Select(d => d["Id"]).OfType<string>().List()}.");
}
