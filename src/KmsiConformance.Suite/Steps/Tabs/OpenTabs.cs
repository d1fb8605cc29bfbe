using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.Devices;
using KmsiConformance.Suite.Steps.Federation;
using KmsiConformance.Suite.Steps.Forgeries;
using KmsiConformance.Suite.Steps.History;
using KmsiConformance.Suite.Steps.Pages;
using KmsiConformance.Suite.Steps.Restarts;
using KmsiConformance.Suite.Steps.SignIn;

namespace KmsiConformance.Suite.Steps.Tabs;

/// <summary>Where a scenario is before one of its steps.</summary>
/// <param name="Tab">The tab in use; null where there is one only.</param>
/// <param name="CameBack">Whether another tab was used since something was shown in this one.</param>
/// <param name="Waits">The app whose sign-in page is open in it; null for none.</param>
internal sealed record AtStep(Step Step, string? Tab, bool CameBack, string? Waits);

/// <summary>Goes through a scenario and keeps in mind what each tab shows.</summary>
internal static class OpenTabs
{
    /// <summary>Each step, with the tab in which it is done.</summary>
    /// <param name="profile">The profile that says what steps expect; of no matter to where they are done.</param>
    public static IEnumerable<AtStep> Walk(Scenario scenario, string profile)
    {
        var first = scenario.Tabs.Count > 0 ? scenario.Tabs[0].Name : null;
        var device = scenario.Devices.Count > 0 ? scenario.Devices[0].Name : "";
        var inUse = new Dictionary<string, string?>(StringComparer.Ordinal);
        var open = new Dictionary<(string Device, string? Tab), Shown>();
        foreach (var step in scenario.Steps)
        {
            var tab = inUse.GetValueOrDefault(device, first);
            var shown = open.GetValueOrDefault((device, tab));
            yield return new AtStep(step, tab, shown?.CameBack ?? false, shown?.Waits);
            switch (step)
            {
                case UseDeviceStep use:
                    device = use.Device;
                    break;
                case UseTabStep use:
                    inUse[device] = use.Tab;
                    if (open.TryGetValue((device, use.Tab), out var left)) open[(device, use.Tab)] = left with { CameBack = true };
                    break;
                case RestartBrowserStep:
                    inUse.Remove(device);
                    foreach (var ended in open.Keys.Where(known => known.Device == device).ToList()) open.Remove(ended);
                    break;
                case not null when Shows(step):
                    open[(device, tab)] = new Shown(Left(step, profile), shown?.CameBack ?? false);
                    break;
            }
        }
    }

    /// <summary>Whether anything depends on there being several tabs.</summary>
    public static bool Matter(Scenario scenario) => Walk(scenario, "").Any(at =>
        at is { CameBack: true, Step: FillInStep or ReloadStep or GoBackStep or ExpectPageStep });

    // What is not here leaves the page as it is; where it does not after all, the run finds no page that waits.
    private static bool Shows(Step step) =>
        step is VisitStep or SignInAtStep or SignOutAtStep or ForgeStep;

    private static string? Left(Step step, string profile) => step switch
    {
        OpenStep { With: null } or ReloadStep or GoBackStep when Expects(step, profile) == VisitOutcomes.Prompt => ((VisitStep)step).App,
        CredentialsStep when Expects(step, profile) == VisitOutcomes.Rejected => ((VisitStep)step).App,
        _ => null,
    };

    private static string? Expects(Step step, string profile) =>
        step.Expected is { } expected && (profile.Length == 0 || expected.Covers(profile)) ? expected.For(profile) : null;

    private sealed record Shown(string? Waits, bool CameBack);
}
