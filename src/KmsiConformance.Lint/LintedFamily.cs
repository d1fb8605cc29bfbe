using KmsiConformance.Policies;
using KmsiConformance.Policies.Sets;

namespace KmsiConformance.Lint;

/// <summary>What remains of a policy when its content is forgotten again.</summary>
/// <param name="At">Where its session settings stand.</param>
public sealed record PolicySummary(string PolicyId, SsoScope Scope, int KeepAliveInDays, bool KmsiOffered, Place At);

/// <summary>A policy set as a whole: the names and connections of its files, and the settings of the policies that apps can name.</summary>
/// <param name="Neighbours">Every policy that was looked at, of this set and of others, by its folder.</param>
public sealed record LintedFamily(PolicyFamily Family, IReadOnlyList<PolicySummary> Policies, ILookup<string, PolicyHeader> Neighbours);
