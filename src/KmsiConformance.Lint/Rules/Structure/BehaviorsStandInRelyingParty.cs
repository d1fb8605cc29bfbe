using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>Session settings anywhere else have no effect.</summary>
internal sealed class BehaviorsStandInRelyingParty() : FileRule(
    "KMSI015", Severity.Error, "Session settings stand in UserJourneyBehaviors inside RelyingParty.",
    ["R-070"], Documents.All, "Relying party file; Configure session behavior (2020)")
{
    private static readonly HashSet<string> Settings =
        new(StringComparer.Ordinal) { "SingleSignOn", "SessionExpiryType", "SessionExpiryInSeconds" };

    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var part in file.Root.Children)
        {
            foreach (var finding in Misplaced(part, file.Root)) yield return finding;
            var inner = part.Name is "RelyingParty" ? part.Children : part.Children.SelectMany(c => c.Children.Prepend(c));
            foreach (var finding in inner.SelectMany(c => Misplaced(c, part))) yield return finding;
        }
    }

    private IEnumerable<Finding> Misplaced(PolicyElement element, PolicyElement parent)
    {
        if (element.Name == "UserJourneyBehaviors" && parent.Name != "RelyingParty")
            yield return Found(
                element.At, $"UserJourneyBehaviors stands in {parent.Name}, where it has no effect.",
                "Move it into RelyingParty, directly after DefaultUserJourney.");
        else if (Settings.Contains(element.Name))
            yield return Found(
                element.At, $"{element.Name} stands outside UserJourneyBehaviors, where it has no effect.",
                "Move it into UserJourneyBehaviors inside RelyingParty.");
    }
}
