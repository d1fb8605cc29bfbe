namespace KmsiConformance.Ledger;

/// <summary>
/// What <c>agreement.json</c> holds: the same plan on several browsers, side by side. It stands in a folder that has an
/// ordinary run folder for each browser.
/// </summary>
public sealed record AgreementRecord
{
    /// <summary>Real start, UTC.</summary>
    public required DateTimeOffset StartedUtc { get; init; }

    public required string Profile { get; init; }

    public required TargetRecord Target { get; init; }

    /// <summary>The browsers asked for, those that could not be had among them.</summary>
    public required IReadOnlyList<BrowserAgreement> Browsers { get; init; }

    public required IReadOnlyList<ScenarioAgreement> Scenarios { get; init; }

    /// <summary>Puts runs of the same plan side by side.</summary>
    /// <param name="runs">Each browser's name with its run, or with the reason why there is none.</param>
    public static AgreementRecord Of(
        DateTimeOffset started, string profile, TargetRecord target, IReadOnlyList<(string Browser, RunRecord? Run, string? Missing)> runs)
    {
        var present = runs.Where(run => run.Run is not null).ToList();
        return new AgreementRecord
        {
            StartedUtc = started,
            Profile = profile,
            Target = target,
            Browsers = [.. runs.Select(run => new BrowserAgreement(run.Browser, run.Run?.Browser.Version, run.Run?.Clock.Mode,
                run.Run?.DurationMs ?? 0, run.Missing))],
            Scenarios =
            [
                .. present.SelectMany(run => run.Run!.Scenarios).GroupBy(scenario => scenario.Id, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new ScenarioAgreement(group.Key, group.First().Title,
                    [
                        .. present.SelectMany(run => run.Run!.Scenarios.Where(scenario => scenario.Id == group.Key)
                            .Select(scenario => new BrowserVerdict(run.Browser, scenario.Verdict, scenario.Reason))),
                    ])),
            ],
        };
    }
}

/// <summary>A browser of the comparison.</summary>
/// <param name="Name">Also the name of its run folder.</param>
/// <param name="Missing">Why it could not be run; null when it was.</param>
public sealed record BrowserAgreement(string Name, string? Version, string? Clock, long DurationMs, string? Missing);

/// <summary>One scenario on all browsers that ran.</summary>
public sealed record ScenarioAgreement(string Id, string Title, IReadOnlyList<BrowserVerdict> Verdicts)
{
    /// <summary>
    /// Whether the browsers that can show it say the same. INAPPLICABLE is no opinion: its reason says what that browser
    /// cannot do. Everything else is, not being able to tell among them.
    /// </summary>
    public bool Agrees => Verdicts.Where(one => one.Verdict != Verdict.Inapplicable).Select(one => one.Verdict).Distinct().Count() <= 1;
}

/// <summary>What a scenario came to in one browser, and why where it did not pass.</summary>
public sealed record BrowserVerdict(string Browser, Verdict Verdict, string? Reason);
