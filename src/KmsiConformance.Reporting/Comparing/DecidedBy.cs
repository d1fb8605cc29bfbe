using System.Text.RegularExpressions;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>
/// What a result rests on: a check at a step. Moments, ports and fingerprints differ from run to run and count for nothing.
/// </summary>
/// <param name="Check">The check, or the reason where no check judged.</param>
/// <param name="Step">The step without what differs from run to run.</param>
/// <param name="Which">Which of several steps with the same words, from 1.</param>
public sealed partial record DecidedBy(string Check, string Step, int Which)
{
    /// <summary>What the scenario's result rests on.</summary>
    public static DecidedBy Of(ScenarioRecord scenario)
    {
        if (scenario.Deciding() is not { } deciding) return new("", Same(scenario.Reason ?? ""), 0);
        var step = Same(deciding.Text);
        return new(
            deciding.Check ?? "", step,
            scenario.Steps.TakeWhile(before => !ReferenceEquals(before, deciding)).Count(before => Same(before.Text) == step) + 1);
    }

    /// <summary>The text without what differs from run to run.</summary>
    internal static string Same(string text)
    {
        var plain = Moment().Replace(text, "(time)");
        plain = Port().Replace(plain, "${host}");
        return Fingerprint().Replace(plain, "(fingerprint)");
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?UTC|Z|[+-]\d\d:\d\d)?)?|\b\d\d:\d\d:\d\d(?:\.\d+)?\b",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"(?<host>localhost|\b\d{1,3}(?:\.\d{1,3}){3}|\[::1\]):\d{2,5}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Port();

    [GeneratedRegex(@"\b(?=[0-9a-f-]*\d)(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8,})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Fingerprint();
}
