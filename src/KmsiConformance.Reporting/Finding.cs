using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>A scenario that somebody has to look at, as build servers show it beside a line of a file.</summary>
/// <param name="Scenario">One that is FAILED, FLAKY, ERROR or WARNING.</param>
public sealed record Finding(ScenarioRecord Scenario)
{
    private static readonly Verdict[] Gravest = [Verdict.Failed, Verdict.Flaky, Verdict.Error, Verdict.Warning];

    /// <summary>Whether the target file expects it.</summary>
    public bool IsKnown => Scenario.Known is { StillSeen: true };

    /// <summary>Whether it is something to heed and no failure.</summary>
    public bool IsWarning => Scenario.Verdict == Verdict.Warning;

    /// <summary>The scenario's file, with slashes; null where nobody knows.</summary>
    public string? File => Scenario.File?.Replace('\\', '/');

    /// <summary>The line of the deciding step; the first one where nobody knows.</summary>
    public int Line => Math.Max(1, Scenario.Deciding()?.Line ?? 1);

    /// <summary>Verdict and title.</summary>
    public string Title => $"{Scenario.Verdict.Text()}: {Scenario.Title}";

    /// <summary>What was expected, what was seen, and what it belongs to.</summary>
    public string Message => string.Create(
        CultureInfo.InvariantCulture,
        $"{ScenarioText.Message(Scenario)} ({string.Join(", ", Scenario.About.Prepend(Scenario.Id))})");

    /// <summary>The same for the same scenario and check, whatever line it stands on and whatever its title says.</summary>
    internal string Fingerprint => StableId.Hex("scenario/v1", Scenario.Id, Scenario.Deciding()?.Check ?? Scenario.Verdict.Text());

    /// <summary>All of a run: failures first, then errors, then warnings.</summary>
    public static IReadOnlyList<Finding> Of(RunRecord run) =>
    [
        .. Gravest.SelectMany(verdict => run.Scenarios.Where(scenario => scenario.Verdict == verdict))
            .Select(scenario => new Finding(scenario)),
    ];
}
