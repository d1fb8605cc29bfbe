using KmsiConformance.Ledger;

namespace KmsiConformance.Certification;

/// <summary>What a record says of its browser and its target that its events, its plan or the record itself do not bear out.</summary>
public static class Contradictions
{
    private const string Reference = "reference";
    private const string ThirdParty = "--third-party-cookies";

    // Options that choose less than the profile, or another target than the one that is named.
    private static readonly string[] Choosing = ["--only", "--fault", "--resume-parked", "--last-failed"];

    /// <summary>Those that the record alone shows, each in a sentence.</summary>
    public static IEnumerable<string> OfPlan(RunRecord run)
    {
        if (run.Plan is not { } plan) yield break;
        var arguments = plan.Arguments ?? [];
        if (Choosing.FirstOrDefault(option => IsGiven(arguments, option)) is { } option && run.Fault is null && plan.Selection is null)
            yield return $"The run was begun with {option}. Run again without it.";
        if (IsGiven(plan.Kept ?? [], "--baseline") && run.Baseline is null)
            yield return "The run was begun with --baseline. Run again without it.";
        if (Value(arguments, ThirdParty) is { } mode && mode != run.ThirdPartyCookies)
            yield return $"The run was begun with {ThirdParty} {mode}, and run.json says {run.ThirdPartyCookies ?? "nothing"} of them.";
        if (run.Target.Kind != Reference && plan.TargetFile is null)
            yield return $"The target {run.Target.Name} is said to be a {run.Target.Kind}, and the run had no target file.";
        if (run.Target.Kind == Reference && plan.TargetFile is null && run.Target.Name != Reference)
            yield return $"The target is called {run.Target.Name}, and the run was against the reference.";
        if (plan.TargetFile is null && run.Scenarios.Any(scenario => scenario.Known is { Place: null }))
            yield return "Failures are said to be expected by a target file, and the run had none.";
    }

    /// <summary>Browsers that the events name, and the record does not.</summary>
    /// <param name="events">All events of the run.</param>
    public static IEnumerable<string> OfBrowser(RunRecord run, IEnumerable<Event> events) =>
        from seen in events.OfType<BrowserStarted>().Select(started => (started.Browser, started.Version)).Distinct()
        where seen != (run.Browser.Name, run.Browser.Version)
        select $"The record says that the browser was {run.Browser.Name} {run.Browser.Version}, and in the events {seen.Browser} "
            + $"{seen.Version} was started. Run again with one browser.";

    private static bool IsGiven(IReadOnlyList<string> arguments, string option) =>
        arguments.Any(argument => argument == option || argument.StartsWith(option + "=", StringComparison.Ordinal));

    private static string? Value(IReadOnlyList<string> arguments, string option) =>
        arguments.Zip(arguments.Skip(1)).Where(pair => pair.First == option).Select(pair => pair.Second)
            .Concat(arguments.Where(argument => argument.StartsWith(option + "=", StringComparison.Ordinal))
                .Select(argument => argument[(option.Length + 1)..]))
            .FirstOrDefault();
}
