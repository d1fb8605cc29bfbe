using KmsiConformance.Policies.Sets;

namespace KmsiConformance.Lint.Rules.Inheritance;

/// <summary>A policy cannot be its own base, however long the way round.</summary>
internal sealed class ChainComesToAnEnd() : FamilyRule(
    "KMSI002", Severity.Error, "Following the bases comes to a policy that extends nothing.",
    ["R-081"], Documents.Framework2020, "Inheritance")
{
    public override IEnumerable<Finding> Check(LintedFamily family) =>
        from member in family.Family.Members
        where member.BaseState == BaseState.Circular
        let wanted = member.Header.BasePolicy!
        select Found(
            wanted.At,
            $"{member.Header.PolicyId} extends {wanted.PolicyId}, which leads back to {member.Header.PolicyId}.",
            "Let one policy of the circle extend nothing, or a policy outside of it.");
}
