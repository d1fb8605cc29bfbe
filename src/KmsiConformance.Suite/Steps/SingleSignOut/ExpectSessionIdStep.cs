using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.SingleSignOut;

/// <summary>Looks at whether the last notification of an app names the session that ended.</summary>
public sealed record ExpectSessionIdStep(StepPlace Place, string App) : Step(Place), IStepKind<ExpectSessionIdStep>
{
    public static string Verb => "expect-session-id";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static ExpectSessionIdStep Read(StepSource source) => new(source.Place, source.App);

    public override string Text(string profile) => $"{App} was told which session ended";
}
