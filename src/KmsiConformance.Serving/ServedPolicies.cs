using KmsiConformance.Policies;
using KmsiConformance.Policies.Sets;

namespace KmsiConformance.Serving;

/// <summary>Reads the policies that are to be served: files, and folders with everything below them.</summary>
public static class ServedPolicies
{
    /// <summary>The policies that applications can name, with their bases put in.</summary>
    /// <exception cref="PolicyException">One of the files cannot be used, or there is no policy among them.</exception>
    public static IReadOnlyList<CustomPolicy> Read(IReadOnlyList<string> paths)
    {
        var found = FoundPolicies.In(paths);
        if (found.Unreadable.Count > 0) throw found.Unreadable[0];
        var policies = PolicyReader.Read(found.Policies.Select(policy => policy.File));
        if (policies.Count == 0)
            throw new PolicyException(
                new Place(paths[0], 1, 1), "Expected a policy with a RelyingParty, found none: applications could name nothing.");
        return policies.GroupBy(policy => policy.PolicyId, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new PolicyException(
                new Place(twice.Last().File, 1, 1),
                $"The policy {twice.Key} is there twice, also in {twice.First().File}. Serve one of them.")
            : policies;
    }
}
