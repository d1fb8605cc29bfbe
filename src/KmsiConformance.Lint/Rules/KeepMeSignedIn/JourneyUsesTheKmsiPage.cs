namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The content definition was added and the copied journey still refers to the old one.</summary>
internal sealed class JourneyUsesTheKmsiPage() : PolicyRule(
    "KMSI081", Severity.Warning, "The journey's first step refers to the content definition made for the box.",
    ["R-038", "R-076"], Documents.KmsiUntil2018, "User journey", ReadingCondition.BoxByPage)
{
    private const string Documented = "api.signuporsigninwithkmsi";

    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.KeepsSignedIn || policy.Offer.Offered || policy.Merged.Steps is not [var first, ..]) yield break;
        if (first.ContentDefinition is Documented || policy.Merged.Blocks.Find("ContentDefinition", Documented) is null) yield break;
        yield return Found(
            first.Element.Attribute("ContentDefinitionReferenceId")?.At ?? first.At,
            $"{Documented.Quote()} is defined, but the first step of {policy.Merged.DefaultJourney!.Value.Quote()} refers to "
            + $"{first.ContentDefinition.Quote()}.",
            $"Write ContentDefinitionReferenceId=\"{Documented}\" in step {first.Order}.");
    }
}
