namespace KmsiConformance.Policies.Sets;

/// <summary>
/// One policy set: the files connected by BasePolicy. Sets may use the same ids; a base is looked for by tenant and
/// id, and of several with that name the one whose path is nearest counts: the same folder first.
/// </summary>
/// <param name="Members">By file name.</param>
public sealed record PolicyFamily(IReadOnlyList<PolicyNode> Members)
{
    /// <summary>The policies to begin with: those that extend nothing that is there.</summary>
    public IEnumerable<PolicyNode> Roots => Members.Where(m => m.Base is null);

    /// <summary>Sorts policies into sets, by the name of each set's first file.</summary>
    public static IReadOnlyList<PolicyFamily> Of(IReadOnlyList<PolicyHeader> policies)
    {
        var nodes = policies.OrderBy(p => p.File, StringComparer.Ordinal).Select(p => new PolicyNode(p)).ToList();
        var byName = nodes.ToLookup(n => Name(n.Header.TenantId, n.Header.PolicyId), StringComparer.OrdinalIgnoreCase);
        var wanted = nodes.ToDictionary(n =>
            n, n => n.Header.BasePolicy is { } b ? Nearest(n, byName[Name(b.TenantId, b.PolicyId)]) : null);
        foreach (var node in nodes)
        {
            if (node.Header.BasePolicy is null) continue;
            if (wanted[node] is not { } basis) node.Miss(BaseState.Missing);
            else if (LeadsBack(node, wanted)) node.Miss(BaseState.Circular);
            else node.Extend(basis);
        }

        return [.. nodes.GroupBy(n => Founder(n, wanted)).Select(family => new PolicyFamily([.. family]))];
    }

    private static string Name(string tenantId, string policyId) => tenantId + "\n" + policyId;

    // A file that names itself is meant only when nothing else has that name.
    private static PolicyNode? Nearest(PolicyNode node, IEnumerable<PolicyNode> candidates)
    {
        var all = candidates.ToList();
        return all.Count <= 1
            ? all.FirstOrDefault()
            : all.Where(c => c != node)
                .OrderByDescending(c => string.Equals(c.Header.Folder, node.Header.Folder, StringComparison.Ordinal))
                .ThenByDescending(c => SharedBeginning(Path.GetFullPath(c.Header.File), Path.GetFullPath(node.Header.File)))
                .First();
    }

    private static int SharedBeginning(string one, string other) =>
        one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();

    private static bool LeadsBack(PolicyNode node, Dictionary<PolicyNode, PolicyNode?> wanted)
    {
        var seen = new HashSet<PolicyNode>();
        for (var next = wanted[node]; next is not null && seen.Add(next); next = wanted[next])
            if (next == node) return true;
        return false;
    }

    // The end of the chain; in a circle the member that sorts first, so that a circle and what hangs on it is one family.
    private static PolicyNode Founder(PolicyNode node, Dictionary<PolicyNode, PolicyNode?> wanted)
    {
        var path = new List<PolicyNode>();
        var seen = new HashSet<PolicyNode>();
        var next = node;
        while (seen.Add(next))
        {
            path.Add(next);
            if (wanted[next] is not { } basis) return next;
            next = basis;
        }

        return path.Skip(path.IndexOf(next)).MinBy(n => n.Header.File, StringComparer.Ordinal)!;
    }
}
