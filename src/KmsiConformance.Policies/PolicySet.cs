namespace KmsiConformance.Policies;

/// <summary>
/// Files that may name each other as bases. Files of the same folder come first: sets in other folders may use the same
/// ids.
/// </summary>
internal sealed class PolicySet(IReadOnlyList<PolicyFile> files)
{
    /// <summary>The policy and its bases, the base of all first.</summary>
    /// <exception cref="PolicyException">A base is missing, there are two of it, or the chain runs in a circle.</exception>
    public IReadOnlyList<PolicyFile> Chain(PolicyFile policy)
    {
        var chain = new List<PolicyFile> { policy };
        while (chain[^1].BasePolicy is { } wanted)
        {
            var found = Find(wanted, Path.GetDirectoryName(policy.File));
            if (chain.Contains(found))
            {
                throw new PolicyException(
                    wanted.At,
                    $"{string.Join(" → ", chain.Select(c => c.PolicyId))} → {found.PolicyId} is a circle: a policy cannot be its own "
                    + "base. Change PolicyId in this BasePolicy.");
            }

            chain.Add(found);
        }

        chain.Reverse();
        return chain;
    }

    private PolicyFile Find(PolicyReference wanted, string? folder)
    {
        var all = files.Where(wanted.Names).ToList();
        var near = all.Where(f => string.Equals(Path.GetDirectoryName(f.File), folder, StringComparison.Ordinal)).ToList();
        var candidates = near.Count > 0 ? near : all;
        return candidates.Count switch
        {
            1 => candidates[0],
            0 => throw new PolicyException(
                wanted.At,
                $"The base policy {wanted.PolicyId} of tenant {wanted.TenantId} is in none of the {files.Count} files read. "
                + $"Put its file in the same folder, or mend the name; there are: "
                + string.Join(", ", files.Select(f => f.PolicyId).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
                + "."),
            _ => throw new PolicyException(
                wanted.At,
                $"The base policy {wanted.PolicyId} is there more than once: {string.Join(", ", candidates.Select(c => c.File))}. Keep "
                + "one of them."),
        };
    }
}
