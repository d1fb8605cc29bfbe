namespace KmsiConformance.Ledger;

/// <summary>
/// What tells one cookie of a browser's store from every other (RFC 6265bis, section 5.7), with the partition that CHIPS
/// adds: two cookies that differ in nothing but the partition are two cookies.
/// </summary>
/// <param name="Domain">As stored; a leading dot means that it is not host-only.</param>
/// <param name="Partition">Null for a cookie that is seen below every top-level site.</param>
public sealed record CookieIdentity(string Name, string Domain, string Path, CookiePartition? Partition);

/// <summary>Where a partitioned cookie (CHIPS) is seen: only below this top-level site.</summary>
/// <param name="TopLevelSite">For example <c>https://shop.localhost</c>; a stand-in where the browser does not name it.</param>
public sealed record CookiePartition(string TopLevelSite, bool HasCrossSiteAncestor)
{
    private const string Stand = "unnamed-";

    /// <summary>Whether the browser named the site; where it did not, <see cref="TopLevelSite"/> only tells partitions apart.</summary>
    public bool IsNamed() => !TopLevelSite.StartsWith(Stand, StringComparison.Ordinal);

    /// <summary>A partition of which the browser shows only that it is another one.</summary>
    /// <param name="number">From 1, among the namesakes.</param>
    public static CookiePartition Unnamed(int number) =>
        new(Stand + number.ToString(System.Globalization.CultureInfo.InvariantCulture), false);

    /// <summary>In words that follow the cookie's name: <c>partitioned under https://shop.localhost</c>.</summary>
    public override string ToString() => IsNamed() ? $"partitioned under {TopLevelSite}" : "in a partition that the browser does not name";
}
