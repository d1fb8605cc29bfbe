namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The schema makes all three optional, the documents until 2018 do not (C-04).</summary>
internal sealed class ContentDefinitionIsComplete() : PolicyRule(
    "KMSI075", Severity.Warning, "The content definition with the box has LoadUri, RecoveryUri and DataUri.",
    ["R-058", "C-04"], Documents.KmsiUntil2018, "Content definition", ReadingCondition.ThreeUris)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.KeepsSignedIn || policy.Merged.FirstPage() is not { } page) yield break;
        var missing = new[] { "LoadUri", "RecoveryUri", "DataUri" }.Where(name => page.Child(name) is not { Text.Length: > 0 }).ToList();
        if (missing.Count == 0) yield break;
        yield return Found(
            page.At, $"{page["Id"].Quote()} has no {string.Join(" and no ", missing)}.",
            $"Add {string.Join(", ", missing)}; all three are needed.");
    }
}
