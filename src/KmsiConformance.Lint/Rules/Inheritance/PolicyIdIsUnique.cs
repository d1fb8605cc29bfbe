using KmsiConformance.Policies.Sets;

namespace KmsiConformance.Lint.Rules.Inheritance;

/// <summary>Two files with one name: the one uploaded last replaces the other. Sets in folders of their own may share names.</summary>
internal sealed class PolicyIdIsUnique() : FamilyRule(
    "KMSI003", Severity.Error, "No two policies of a set or folder have the same PolicyId.",
    ["R-075"], Documents.KmsiUntil2018, "Relying party file")
{
    public override IEnumerable<Finding> Check(LintedFamily family)
    {
        var members = family.Family.Members.Select(m => m.Header).ToList();
        foreach (var member in members)
        {
            var twins = members.Concat(family.Neighbours[member.Folder])
                .Where(other => other.File != member.File && SameName(other, member))
                .Select(other => Path.GetFileName(other.File))
                .ToList();
            if (twins.Count == 0) continue;
            yield return Found(
                member.At,
                $"The PolicyId {member.PolicyId.Quote()} is also that of {twins.List()}.",
                "Give each policy of the tenant an id of its own; of two with one id, the one uploaded last is used.");
        }
    }

    private static bool SameName(PolicyHeader one, PolicyHeader other) =>
        string.Equals(one.PolicyId, other.PolicyId, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.TenantId, other.TenantId, StringComparison.OrdinalIgnoreCase);
}
