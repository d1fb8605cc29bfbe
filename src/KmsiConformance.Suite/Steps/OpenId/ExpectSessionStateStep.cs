using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.OpenId;

/// <summary>Looks at whether the last answer to an app carried a session_state.</summary>
public sealed record ExpectSessionStateStep(StepPlace Place, string App) : Step(Place), IStepKind<ExpectSessionStateStep>
{
    public static string Verb => "expect-session-state";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static ExpectSessionStateStep Read(StepSource source) => new(source.Place, source.App);

    public override string Text(string profile) => $"the last answer to {App} carries a session_state";
}
