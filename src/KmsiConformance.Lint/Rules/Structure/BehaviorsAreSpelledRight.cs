using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>A misspelled setting is a setting that is not made. The 2020 document itself once writes "UserJourneyBehavors".</summary>
internal sealed class BehaviorsAreSpelledRight() : FileRule(
    "KMSI021", Severity.Error, "RelyingParty and UserJourneyBehaviors have no unknown parts.",
    ["R-070", "R-072", "R-073"], Documents.Schema, "RelyingParty; UserJourneyBehaviors; SingleSignOn")
{
    private static readonly string[] Attributes = ["Scope", "KeepAliveInDays", "EnforceIdTokenHintOnLogout"];

    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var party in file.Root.All("RelyingParty"))
        {
            foreach (var part in Unknown(party, SchemaOrder.RelyingParty)) yield return part;
            foreach (var behaviors in party.All("UserJourneyBehaviors"))
            {
                foreach (var part in Unknown(behaviors, SchemaOrder.Behaviors)) yield return part;
                foreach (var attribute in behaviors.All("SingleSignOn").SelectMany(s => s.Attributes))
                {
                    if (Attributes.Contains(attribute.Name, StringComparer.Ordinal)) continue;
                    yield return Found(
                        attribute.At,
                        $"SingleSignOn has no attribute {attribute.Name.Quote()}.",
                        $"Did you mean {Nearest(attribute.Name, Attributes)}?");
                }
            }
        }
    }

    private IEnumerable<Finding> Unknown(PolicyElement parent, string[] known) =>
        from child in parent.Children
        where !known.Contains(child.Name, StringComparer.Ordinal) && !Attributes.Contains(child.Name, StringComparer.Ordinal)
            && child.Name is not ("SingleSignOn" or "SessionExpiryType" or "SessionExpiryInSeconds")
        select Found(child.At, $"{parent.Name} has no part {child.Name.Quote()}.", $"Did you mean {Nearest(child.Name, known)}?");

    private static string Nearest(string written, string[] known) => known.MinBy(name => Distance(written, name))!;

    // How many letters differ (Levenshtein), with case ignored; long names are cut so that hostile ones cost nothing.
    private static int Distance(string one, string other)
    {
        one = one.Length > 40 ? one[..40] : one;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + change));
            }
        }

        return row[^1];
    }
}
