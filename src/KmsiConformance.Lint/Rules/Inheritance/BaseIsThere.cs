using KmsiConformance.Policies.Sets;

namespace KmsiConformance.Lint.Rules.Inheritance;

/// <summary>Without its base a policy is refused, and half of what it says points nowhere.</summary>
internal sealed class BaseIsThere() : FamilyRule(
    "KMSI001", Severity.Error, "The policy that BasePolicy names is among the files.",
    ["R-081"], Documents.Framework2020, "Inheritance")
{
    public override IEnumerable<Finding> Check(LintedFamily family) =>
        from member in family.Family.Members
        where member.BaseState == BaseState.Missing
        let wanted = member.Header.BasePolicy!
        select Found(
            wanted.At,
            $"The base policy {wanted.PolicyId.Quote()} of tenant {wanted.TenantId.Quote()} is in none of the files.",
            "Give its file too, or mend the name. There are: "
            + $"{family.Neighbours.SelectMany(n => n).Where(n => n.File != member.Header.File).Select(n => n.PolicyId).List()}.");
}
