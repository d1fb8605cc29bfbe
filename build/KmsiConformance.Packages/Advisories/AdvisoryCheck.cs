using System.Globalization;

namespace KmsiConformance.Packages.Advisories;

/// <summary>What the list says of the packages in use.</summary>
internal sealed class AdvisoryCheck
{
    private readonly IReadOnlyList<Package> _used;

    private readonly IReadOnlyList<DateOnly> _days;

    /// <summary>Compares them.</summary>
    /// <param name="used">The packages in use.</param>
    /// <param name="list">What is known of them.</param>
    public AdvisoryCheck(IReadOnlyList<Package> used, AdvisoryList list)
    {
        _used = used;
        Unchecked = [.. used.Where(package => !list.GoneThrough.ContainsKey(package.Id))];
        _days = [.. used.Except(Unchecked).Select(package => list.GoneThrough[package.Id]).Distinct().Order()];
        Affected = [.. from package in used from advisory in list.Advisories where advisory.Affects(package) select (package, advisory)];
    }

    /// <summary>Packages for which nobody looked: nothing can be said of them, neither good nor bad.</summary>
    public IReadOnlyList<Package> Unchecked { get; }

    /// <summary>Packages in use at a version that has a known weakness.</summary>
    public IReadOnlyList<(Package Package, Advisory Advisory)> Affected { get; }

    /// <summary>A sentence for each affected package, then one line about all.</summary>
    public IEnumerable<string> Lines =>
    [
        .. Affected.Select(found => $"{found.Package} is affected by {found.Advisory.Id}, fixed in {found.Advisory.Fixed}: "
            + found.Advisory.Source),
        Summary,
    ];

    private string Summary =>
        $"advisories: {_used.Count} packages, {_used.Count - Unchecked.Count} gone through{Days}, {Unchecked.Count} could not be checked, "
        + $"{Affected.Select(found => found.Package).Distinct().Count()} affected";

    private string Days => _days switch
    {
        [] => "",
        [var day] => $" on {Written(day)}",
        [var first, .., var last] => $" from {Written(first)} to {Written(last)}",
    };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
