using System.Globalization;
using KmsiConformance.Reporting;

namespace KmsiConformance.Cli.BuildServers;

/// <summary>Findings as workflow commands of GitHub Actions, which shows them beside the lines.</summary>
internal static class WorkflowCommands
{
    /// <summary>More of one kind GitHub does not show of a step.</summary>
    public const int MostOfAKind = 10;

    /// <summary>One line for each finding, the gravest first.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Finding> findings) =>
        findings.Where(finding => !finding.IsWarning).Take(MostOfAKind)
            .Concat(findings.Where(finding => finding.IsWarning).Take(MostOfAKind))
            .Select(finding => $"::{(finding.IsWarning ? "warning" : "error")} {Place(finding)}title={Property(finding.Title)}::"
                + Data(finding.Message));

    /// <summary>An entry of a baseline that is out of date, as the run says it.</summary>
    public static string OfBaseline(string entry) => $"::error title={Property("The baseline is out of date")}::{Data(entry)}";

    private static string Place(Finding finding) => finding.File is { } file
        ? string.Create(CultureInfo.InvariantCulture, $"file={Property(file)},line={finding.Line},") : "";

    // What is escaped first is the sign that escapes. A command within the text would be none, but nobody has to rely on that.
    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("##", "# #", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
