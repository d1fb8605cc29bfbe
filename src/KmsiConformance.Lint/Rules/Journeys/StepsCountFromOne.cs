using System.Globalization;

namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>The service counts steps without gaps; a step without a number is no step.</summary>
internal sealed class StepsCountFromOne() : PolicyRule(
    "KMSI095", Severity.Error, "The steps of a journey are numbered 1, 2, 3 and so on.",
    ["R-078", "R-080"], Documents.KmsiUntil2018 + "; " + Documents.Schema, "User journey")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Merged.DefaultJourney is not { } journey || policy.Merged.Blocks.Find("UserJourney", journey.Value) is not { } found)
            yield break;
        foreach (var step in found.All("OrchestrationSteps", "OrchestrationStep"))
            if (!int.TryParse(step["Order"], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                yield return Found(
                    step.Attribute("Order")?.At
                        ?? step.At, $"The Order of a step of {journey.Value.Quote()} is {step["Order"].Quote()}.",
                        "Write a whole number, counting from 1.");
        if (!policy.Merged.IsComplete) yield break;
        var expected = 1;
        foreach (var step in policy.Merged.Steps)
        {
            if (step.Order != expected)
                yield return Found(
                    step.Element.Attribute("Order")!.At, FormattableString
                        .Invariant($"Step {step.Order} of {journey.Value.Quote()} follows step {expected - 1}."), FormattableString
                        .Invariant($"Write Order=\"{expected}\"."));
            expected = step.Order + 1;
        }
    }
}
