using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>Of two, the schema refuses the second; which one would count is anybody's guess.</summary>
internal sealed class SettingsAreWrittenOnce() : FileRule(
    "KMSI019", Severity.Error, "Each session setting is written once.",
    ["R-070", "R-072"], Documents.Schema, "UserJourneyBehaviors")
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var party in file.Root.All("RelyingParty"))
            foreach (var finding in Twice(party.All("UserJourneyBehaviors")).Concat(
                    party.All("UserJourneyBehaviors").SelectMany(b => Twice(b.Children.Where(IsSetting)))))
                yield return finding;
    }

    private static bool IsSetting(PolicyElement element) =>
        element.Name is "SingleSignOn" or "SessionExpiryType" or "SessionExpiryInSeconds";

    private IEnumerable<Finding> Twice(IEnumerable<PolicyElement> elements) =>
        from same in elements.GroupBy(e => e.Name, StringComparer.Ordinal)
        from second in same.Skip(1)
        select Found(second.At, $"{second.Name} is there already, on line {same.First().At.Line}.", "Keep one of them.");
}
