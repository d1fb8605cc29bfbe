using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>The 2020 document says "immediately", the schema has a place for Endpoints in between.</summary>
internal sealed class BehaviorsFollowTheJourneyDirectly() : FileRule(
    "KMSI014", Severity.Warning, "UserJourneyBehaviors follows DefaultUserJourney with nothing in between.",
    ["R-071", "C-08"], Documents.Session2020, "Configure session behavior; Relying party file",
    ReadingCondition.Takes("C-08", "endpoints-between"))
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var party in file.Root.All("RelyingParty"))
        {
            var names = party.Children.Select(c => c.Name).ToList();
            var journey = names.IndexOf("DefaultUserJourney");
            var behaviors = names.IndexOf("UserJourneyBehaviors");
            if (journey < 0 || behaviors <= journey + 1) continue;
            yield return Found(
                party.Children[behaviors].At,
                $"{names[journey + 1]} stands between DefaultUserJourney and UserJourneyBehaviors. The schema allows it for Endpoints; "
                + "the document does not.",
                "Leave it if the upload succeeds; otherwise move UserJourneyBehaviors up.");
        }
    }
}
