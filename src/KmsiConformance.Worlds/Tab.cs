using KmsiConformance.Browsers;

namespace KmsiConformance.Worlds;

/// <summary>A tab of a device's browser, and what is known of it between two steps.</summary>
/// <param name="Name">As the scenario calls it; null where there is one only.</param>
internal sealed record Tab(string? Name)
{
    /// <summary>The page that it shows; null before the first.</summary>
    public PageSnapshot? Showing { get; set; }

    /// <summary>How many notices in a row were gone on from.</summary>
    public int Notices { get; set; }
}
