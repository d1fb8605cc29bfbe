using System.Globalization;
using KmsiConformance.Reporting;

namespace KmsiConformance.Cli.BuildServers;

/// <summary>Findings as logging commands of Azure Pipelines, which shows them as issues of the build.</summary>
internal static class PipelineCommands
{
    /// <summary>One line for each finding, the gravest first, and one that names the summary.</summary>
    /// <param name="summary">The full path of the Markdown.</param>
    public static IEnumerable<string> Of(IReadOnlyList<Finding> findings, string summary) =>
    [
        .. findings.Select(finding =>
            $"##vso[task.logissue type={(finding.IsWarning ? "warning" : "error")};{Place(finding)}]"
            + Data($"{finding.Title}. {finding.Message}")),
        $"##vso[task.uploadsummary]{Data(summary)}",
    ];

    /// <summary>An entry of a baseline that is out of date, as the run says it.</summary>
    public static string OfBaseline(string entry) => $"##vso[task.logissue type=error;]{Data($"The baseline is out of date: {entry}")}";

    private static string Place(Finding finding) => finding.File is { } file
        ? string.Create(CultureInfo.InvariantCulture, $"sourcepath={Property(file)};linenumber={finding.Line};") : "";

    // What is escaped first is the sign that escapes. A command within the text would be none, but nobody has to rely on that.
    private static string Data(string text) => text.Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("##", "# #", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace("]", "%5D", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
}
