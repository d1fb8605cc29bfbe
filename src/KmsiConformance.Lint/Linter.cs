using KmsiConformance.Policies;
using KmsiConformance.Policies.Sets;

namespace KmsiConformance.Lint;

/// <summary>Judges policies by the rules of one dated reading.</summary>
public sealed class Linter
{
    private readonly Readings _readings;
    private readonly FileRule[] _fileRules;
    private readonly PolicyRule[] _policyRules;
    private readonly FamilyRule[] _familyRules;
    private readonly AppRule[] _appRules;

    /// <summary>A linter for one dated reading.</summary>
    public Linter(Readings readings)
    {
        _readings = readings;
        var rules = LintRules.All.Where(r => r.When.Holds(readings)).ToList();
        _fileRules = [.. rules.OfType<FileRule>()];
        _policyRules = [.. rules.OfType<PolicyRule>()];
        _familyRules = [.. rules.OfType<FamilyRule>()];
        _appRules = [.. rules.OfType<AppRule>()];
    }

    /// <summary>
    /// Judges every policy among files and folders, set by set, with the bases they need. Only one chain of policies is in
    /// memory at a time.
    /// </summary>
    public LintReport Lint(IEnumerable<string> paths)
    {
        var found = FoundPolicies.In(paths);
        var findings = new HashSet<Finding>();
        var unreadable = found.Unreadable.ToList();
        var families = PolicyFamily.Of(found.Policies);
        var folders = found.Policies.ToLookup(p => p.Folder, StringComparer.Ordinal);
        var policies = 0;
        foreach (var family in families)
        {
            var walk = new PolicyWalk(family);
            var summaries = new List<PolicySummary>();
            foreach (var visited in walk.Visit())
            {
                foreach (var rule in _fileRules) findings.UnionWith(rule.Check(visited.File));
                if (!visited.IsFinal) continue;
                var policy = new LintedPolicy(visited.Merged, _readings);
                foreach (var rule in _policyRules) findings.UnionWith(rule.Check(policy));
                if (!policy.IsForRelyingParties) continue;
                policies++;
                summaries.Add(
                    new PolicySummary(
                        policy.PolicyId, policy.Settings.Scope, policy.Settings.KeepAliveInDays
                            ?? 0, policy.Offer.Offered, policy.SettingsAt));
            }

            var whole = new LintedFamily(family, summaries, folders);
            foreach (var rule in _familyRules) findings.UnionWith(rule.Check(whole));
            unreadable.AddRange(walk.Unreadable);
        }

        foreach (var app in found.Manifests.Select(AppManifest.Read).OfType<AppManifest>())
            foreach (var rule in _appRules) findings.UnionWith(rule.Check(app));
        return new LintReport(_readings, Sorted(findings), unreadable, found.Policies.Count, policies, families.Count);
    }

    private static IReadOnlyList<Finding> Sorted(IEnumerable<Finding> findings) => [.. findings
        .OrderBy(f => f.At.File, StringComparer.Ordinal)
        .ThenBy(f => f.At.Line)
        .ThenBy(f => f.At.Column)
        .ThenBy(f => f.Rule, StringComparer.Ordinal)
        .ThenBy(f => f.Message, StringComparer.Ordinal)];
}
