using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tabs;

/// <summary>What follows is done and looked at in another tab of the browser in use, which is opened where it is new.</summary>
public sealed record UseTabStep(StepPlace Place, string Tab) : Step(Place), IStepKind<UseTabStep>
{
    public static string Verb => "use-tab";

    public override IEnumerable<UsedName> Names => Used((NameKind.Tab, Tab, Verb));

    public static UseTabStep Read(StepSource source) => new(source.Place, source.Value.Text);

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (OpenTabs.Walk(scenario, "").Any(at => ReferenceEquals(at.Step, this) && at.Tab == Tab))
            yield return $"The scenario is in the tab {Tab} already. Leave the step out, or name another tab.";
    }

    public override string Text(string profile) => $"go on in the tab {Tab}";
}
