using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>A single-page app renews its tokens in a hidden frame, with <c>prompt=none</c>.</summary>
public sealed record RenewStep(StepPlace Place, string App, ByProfile<string> Expect) : VisitStep(Place, App, Expect), IStepKind<RenewStep>
{
    public static string Verb => "renew";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static RenewStep Read(StepSource source) => new(source.Place, source.App, source.Expectation("renewed"));

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (scenario.Apps.TryGetValue(App, out var app) && app.Kind != "spa")
            yield return $"{App} is no single-page app: only one of kind spa renews its tokens in a frame.";
    }

    public override string Text(string profile) => $"{App} renews its tokens in a hidden frame → {Expect.For(profile)}";
}
