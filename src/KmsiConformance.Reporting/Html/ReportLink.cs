using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>How a page that lies anywhere leads to the report of a run.</summary>
internal static class ReportLink
{
    /// <summary>The relative address of a run's report; null where there is none, or no way to it.</summary>
    /// <param name="page">The page's file.</param>
    /// <param name="run">The run's folder.</param>
    public static string? From(string page, string run)
    {
        var report = new RunFolder(run).ReportFile;
        if (!File.Exists(report)) return null;
        var relative = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(page))!, report);
        if (Path.IsPathRooted(relative)) return null;

        // A folder may be called like a scheme, or hold what an address means otherwise.
        return string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
