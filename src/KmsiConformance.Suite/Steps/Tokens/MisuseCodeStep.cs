using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>Somebody who should not have it exchanges the next code of an app before the app does.</summary>
/// <param name="With">
/// <c>other-client</c>, <c>other-redirect-uri</c>, <c>other-policy</c>, <c>wrong-verifier</c> or <c>no-verifier</c>.
/// </param>
/// <param name="By">The app that tries, for <c>other-client</c>.</param>
public sealed record MisuseCodeStep(StepPlace Place, string App, string With, string? By) : Step(Place), IStepKind<MisuseCodeStep>
{
    public static string Verb => "misuse-code";

    public override IEnumerable<UsedName> Names => Used(
        (NameKind.App, App, "app"),
        (NameKind.App, By, "by"),
        (NameKind.Policy, With == "other-policy" ? UsedName.OtherPolicy : null, "with"));

    public static MisuseCodeStep Read(StepSource source)
    {
        var step = new MisuseCodeStep(source.Place, source.App, source.Value.Get("with").Text, source.Find("by")?.Text);
        return step.With == "other-client" == (step.By is not null)
            ? step
            : throw source.Value.Problem("'by' names the app whose client id is tried: it goes with 'other-client', and only with that.");
    }

    public override string Text(string profile) =>
        $"a code of {App} is tried with {(By is null ? With : $"the client id of {By}")} → refused";
}
