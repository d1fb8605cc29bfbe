using KmsiConformance.Reporting.Ctrf;
using KmsiConformance.Reporting.Html;
using KmsiConformance.Reporting.JUnit;
using KmsiConformance.Reporting.Markdown;
using KmsiConformance.Reporting.Sarif;
using KmsiConformance.Reporting.Trx;

namespace KmsiConformance.Reporting;

/// <summary>The reporters that can be asked for, in the order in which they write.</summary>
public static class Reporters
{
    /// <summary>The name that stands for all of them.</summary>
    public const string Every = "all";

    private static readonly string[] Usual = ["html", "junit"];

    public static IReadOnlyList<IReporter> All { get; } =
    [
        new HtmlReporter(),
        new JUnitReporter(),
        new SarifReporter(),
        new TrxReporter(),
        new CtrfReporter(),
        new MarkdownReporter(),
    ];

    /// <summary>Those that write where nobody says which.</summary>
    public static IReadOnlyList<IReporter> Default { get; } = Named(Usual);

    /// <summary>All names that are understood.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(reporter => reporter.Name), Every];

    /// <summary>The reporters of these names; where none is given, the default ones.</summary>
    /// <param name="form">Where the pictures of <c>report.html</c> are; null decides by their size.</param>
    /// <exception cref="ArgumentException">There is no such reporter.</exception>
    public static IReadOnlyList<IReporter> Named(IReadOnlyCollection<string> names, ReportForm? form) =>
        [.. Named(names).Select(reporter => reporter is HtmlReporter && form is not null ? new HtmlReporter(form) : reporter)];

    /// <summary>The reporters of these names; where none is given, the default ones.</summary>
    /// <exception cref="ArgumentException">There is no such reporter.</exception>
    public static IReadOnlyList<IReporter> Named(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0) return Default;
        return names.FirstOrDefault(name => name != Every && All.All(reporter => reporter.Name != name)) is { } unknown
            ? throw new ArgumentException($"There is no reporter {unknown}.", nameof(names))
            : [.. All.Where(reporter => names.Contains(Every) || names.Contains(reporter.Name))];
    }
}
