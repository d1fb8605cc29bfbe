using System.Globalization;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.SingleSignOut;

/// <summary>Looks at the logout tokens that an app's server received since the last sign-out began.</summary>
public sealed record ExpectLogoutTokenStep(StepPlace Place, string App, int Times) : Step(Place), IStepKind<ExpectLogoutTokenStep>
{
    public static string Verb => "expect-logout-token";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static ExpectLogoutTokenStep Read(StepSource source) => new(source.Place, source.App, source.Find("times")?.Number() ?? 1);

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (Times > 0 && scenario.Apps.TryGetValue(App, out var app) && app.BackChannelTrouble is { } trouble)
            yield return $"The server of {App} reads no logout token here (back-channel-logout: {trouble}), so that it can get none: look "
                + "at another app.";
    }

    public override string Text(string profile) => Times switch
    {
        0 => $"the server of {App} got no logout token",
        1 => $"the server of {App} got one logout token, in order",
        var times => string.Create(CultureInfo.InvariantCulture, $"the server of {App} got {times} logout tokens, in order"),
    };
}
