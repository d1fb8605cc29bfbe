namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>A later document: running a policy without the box ends the persistence that another policy granted (C-20).</summary>
internal sealed class EveryPolicyKeepsTheKeptSession() : FamilyRule(
    "KMSI062", Severity.Info, "Where one policy keeps users signed in, the others of the set do so too.",
    ["R-041", "C-20", "P-07"], Documents.Session2021, "Enable keep me signed in", ReadingCondition.BoxByMetadata)
{
    public override IEnumerable<Finding> Check(LintedFamily family)
    {
        var keeping = family.Policies.Where(p => p.KeepAliveInDays > 0).ToList();
        if (keeping.Count == 0) yield break;
        foreach (var other in family.Policies.Where(p => p.KeepAliveInDays <= 0))
        {
            yield return Found(
                other.At,
                $"{other.PolicyId} has no KeepAliveInDays, {keeping.Select(p => $"{p.PolicyId} has {p.KeepAliveInDays}").List()}. By "
                + "later documents running the one takes the persistent cookie of the other away.",
                "Give it the same KeepAliveInDays if users run it while signed in.");
        }
    }
}
