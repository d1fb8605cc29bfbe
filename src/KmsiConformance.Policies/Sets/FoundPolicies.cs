namespace KmsiConformance.Policies.Sets;

/// <summary>The policies among files and folders, by their headers; their contents are read later, one chain at a time.</summary>
/// <param name="Policies">By file name.</param>
/// <param name="Manifests">JSON files that may be app registrations.</param>
/// <param name="Unreadable">Files that should be policies and cannot be read.</param>
public sealed record FoundPolicies(
    IReadOnlyList<PolicyHeader> Policies, IReadOnlyList<string> Manifests, IReadOnlyList<PolicyException> Unreadable)
{
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        MatchCasing = MatchCasing.CaseInsensitive,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
        MaxRecursionDepth = 32,
    };

    private static readonly EnumerationOptions Here = new() { MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>
    /// Looks at files, and into folders and everything below them. In a folder XML files that are no policies are passed
    /// over. Where a policy extends one that was not named, its neighbours in the same folder are looked at too.
    /// </summary>
    public static FoundPolicies In(IEnumerable<string> paths)
    {
        var search = new Search();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) search.Folder(path);
            else search.File(path);
        }

        search.Bases();
        return search.Found();
    }

    private sealed class Search
    {
        private readonly SortedDictionary<string, PolicyHeader> _policies = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _manifests = new(StringComparer.Ordinal);
        private readonly List<PolicyException> _unreadable = [];
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public void Folder(string folder)
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.xml", Everywhere).Order(StringComparer.Ordinal)) Add(file);
            foreach (var file in Directory.EnumerateFiles(folder, "*.json", Everywhere)) _manifests.Add(file);
        }

        public void File(string file)
        {
            if (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && System.IO.File.Exists(file)) _manifests.Add(file);
            else if (!Add(file))
                _unreadable.Add(
                    new PolicyException(
                        new Place(file, 1, 1),
                        "The root element is not TrustFrameworkPolicy, which every custom policy begins with. Give the policy file "
                        + "itself, not a part of it."));
        }

        // Bases of bases are found in turn, because every header found is looked at as well.
        public void Bases()
        {
            var neighbours = new Dictionary<string, List<PolicyHeader>>(StringComparer.Ordinal);
            var waiting = new Queue<PolicyHeader>(_policies.Values);
            while (waiting.TryDequeue(out var policy))
            {
                if (policy.BasePolicy is not { } wanted
                    || _policies.Values.Any(p => wanted.Names(p.TenantId, p.PolicyId) && p.File != policy.File))
                    continue;
                if (!neighbours.TryGetValue(policy.Folder, out var near)) neighbours[policy.Folder] = near = Neighbours(policy.File);
                foreach (var found in near.Where(n => wanted.Names(n.TenantId, n.PolicyId) && _seen.Add(Path.GetFullPath(n.File))))
                {
                    _policies[found.File] = found;
                    waiting.Enqueue(found);
                }
            }
        }

        public FoundPolicies Found() => new([.. _policies.Values], [.. _manifests], _unreadable);

        // False when the file is well-formed and no policy.
        private bool Add(string file)
        {
            if (!_seen.Add(Path.GetFullPath(file))) return true;
            try
            {
                if (PolicyHeader.Read(file) is not { } header) return false;
                _policies[file] = header;
            }
            catch (PolicyException problem)
            {
                _unreadable.Add(problem);
            }

            return true;
        }

        private static List<PolicyHeader> Neighbours(string file)
        {
            var folder = Path.GetDirectoryName(file) is { Length: > 0 } named ? named : ".";
            var near = new List<PolicyHeader>();
            foreach (var other in Directory.EnumerateFiles(folder, "*.xml", Here).Order(StringComparer.Ordinal))
            {
                try
                {
                    if (PolicyHeader.Read(Path.Combine(Path.GetDirectoryName(file) ?? "", Path.GetFileName(other))) is { } header)
                        near.Add(header);
                }
                catch (PolicyException)
                {
                    // Not asked for; whoever names it as a base is told that the base is missing.
                }
            }

            return near;
        }
    }
}
