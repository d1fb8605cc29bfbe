namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>What a session made under one scope means to a policy with another is not documented.</summary>
internal sealed class PoliciesOfASetShareOneScope() : FamilyRule(
    "KMSI041", Severity.Info, "The policies of a set have the same scope.",
    ["R-069"], Documents.Session2020, "Configure session behavior, Single sign-on")
{
    public override IEnumerable<Finding> Check(LintedFamily family)
    {
        var scopes = family.Policies.GroupBy(p => p.Scope).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToList();
        if (scopes.Count < 2) yield break;
        foreach (var odd in scopes.Skip(1).SelectMany(g => g))
        {
            yield return Found(
                odd.At,
                $"{odd.PolicyId} has the scope {odd.Scope}, {scopes[0].Select(p => p.PolicyId).List()} {scopes[0].Key}. Which session "
                + "serves which policy is not documented then.",
                "Give them one scope, or try the pairs that matter to you.");
        }
    }
}
