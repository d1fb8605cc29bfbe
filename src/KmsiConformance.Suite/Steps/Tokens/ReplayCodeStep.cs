using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>The app exchanges the code of its last sign-in a second time.</summary>
public sealed record ReplayCodeStep(StepPlace Place, string App) : Step(Place), IStepKind<ReplayCodeStep>
{
    public static string Verb => "replay-code";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static ReplayCodeStep Read(StepSource source) => new(source.Place, source.App);

    public override string Text(string profile) => $"{App} uses its last code again → refused";
}
