namespace KmsiConformance.Sites;

/// <summary>The hosts that a browser may visit; those of this machine are always among them.</summary>
public static class AllowedHosts
{
    /// <summary>Whether an address leads to one.</summary>
    /// <param name="hosts">The others; null for all.</param>
    public static bool Allow(IReadOnlyList<string>? hosts, Uri address) =>
        hosts is null || address.IsLoopback || address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);
}
