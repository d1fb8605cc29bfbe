using KmsiConformance.Browsers;

namespace KmsiConformance.Worlds;

/// <summary>A browser of a world, with its own profile and cookie store, and what is known of it between two steps.</summary>
/// <param name="Name">As the scenario calls it; null where there is one only.</param>
/// <param name="Cookies">Watches its cookie store.</param>
internal sealed record Device(string? Name, IBrowser Browser, CookieWatch Cookies)
{
    /// <summary>Whether its process runs.</summary>
    public bool Runs { get; set; }

    /// <summary>How the process was started last.</summary>
    public StartKind Kind { get; set; }

    /// <summary>How far ahead of real time its clock was when the process was started.</summary>
    public TimeSpan StartedAhead { get; set; }

    /// <summary>The page that it shows; null before the first.</summary>
    public PageSnapshot? Showing { get; set; }

    /// <summary>How many notices in a row were gone on from.</summary>
    public int Notices { get; set; }
}
