using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.History;

/// <summary>Has the browser ask again for the page of the app that is shown.</summary>
public sealed record ReloadStep(StepPlace Place, string App, ByProfile<string> Expect)
    : VisitStep(Place, App, Expect), IStepKind<ReloadStep>
{
    public static string Verb => "reload";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, Verb));

    public static ReloadStep Read(StepSource source) => new(source.Place, source.App, ShownAgain.Expected(source));

    public override IEnumerable<string> Misfits(Scenario scenario) => ShownAgain.Misfits(scenario, App);

    public override string Text(string profile) => $"reload the page of {App} → {Expect.For(profile)}";
}
