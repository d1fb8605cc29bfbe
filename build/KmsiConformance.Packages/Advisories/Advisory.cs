using NuGet.Versioning;

namespace KmsiConformance.Packages.Advisories;

/// <summary>A weakness of a package that was made known.</summary>
/// <param name="Id">Its name at whoever made it known, such as <c>GHSA-5crp-9r3c-p9vr</c>.</param>
/// <param name="Affected">The versions that have it.</param>
/// <param name="Fixed">The first version without it, in words where there are several.</param>
/// <param name="Source">Where it can be read.</param>
internal sealed record Advisory(string Id, string Package, IReadOnlyList<VersionRange> Affected, string Fixed, Uri Source)
{
    public bool Affects(Package used) =>
        Package.Equals(used.Id, StringComparison.OrdinalIgnoreCase) && Affected.Any(range => range.Satisfies(used.Version));
}
