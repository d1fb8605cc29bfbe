using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>
/// Visits the app, and the app exchanges its code in a way that is right but rare: it shows who it is by HTTP Basic, and names its client
/// id in the body as well.
/// </summary>
public sealed record ExchangeCodeStep(StepPlace Place, string App) : Step(Place), IStepKind<ExchangeCodeStep>
{
    public static string Verb => "exchange-code";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static ExchangeCodeStep Read(StepSource source) => new(source.Place, source.App);

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (!scenario.Apps.TryGetValue(App, out var asked)) yield break;
        if (asked.Kind != "web")
            yield return $"{App} is an app of kind {asked.Kind} here, which shows no secret at the token endpoint: 'exchange-code' needs "
                + "kind web.";
        else if (!asked.Confidential)
            yield return $"{App} has no secret here to show: write 'apps: {{ {App}: {{ confidential: true }} }}'.";
    }

    public override string Text(string profile) => $"{App} exchanges a code by HTTP Basic, with its client id in the body → tokens";
}
