using KmsiConformance.Reporting.Html;
using KmsiConformance.Reporting.JUnit;

namespace KmsiConformance.Reporting;

/// <summary>The reporters that every run writes, in this order.</summary>
public static class Reporters
{
    public static IReadOnlyList<IReporter> All { get; } =
    [
        new HtmlReporter(),
        new JUnitReporter(),
    ];
}
