using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>
/// The app uses its refresh token: its server, and the browser takes no part; or the page of a single-page app, which keeps it.
/// </summary>
public sealed record RefreshStep(StepPlace Place, string App, ByProfile<string> Expect) : Step(Place), IStepKind<RefreshStep>
{
    public static string Verb => "refresh";

    public override ByProfile<string> Expected => Expect;

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static RefreshStep Read(StepSource source) => new(source.Place, source.App, source.Expectation("refreshed"));

    public override string Text(string profile) => $"{App} uses its refresh token → {Expect.For(profile)}";
}
