using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>Somebody who should not have it exchanges the next code of an app before the app does.</summary>
/// <param name="With">
/// <c>other-client</c>, <c>other-redirect-uri</c>, <c>no-redirect-uri</c>, <c>other-policy</c>, <c>wrong-verifier</c>,
/// <c>challenge-as-verifier</c>, <c>no-verifier</c>, <c>no-secret</c>, <c>wrong-secret</c>, <c>get</c>,
/// <c>no-body</c>, or <see cref="TooLate"/>.
/// </param>
/// <param name="By">The app that tries, for <c>other-client</c>.</param>
public sealed record MisuseCodeStep(StepPlace Place, string App, string With, string? By) : Step(Place), IStepKind<MisuseCodeStep>
{
    public static string Verb => "misuse-code";

    /// <summary>Nobody tries it before the app does, which waits for <see cref="Late"/>.</summary>
    public const string TooLate = "a-late-code";

    /// <summary>How late that is: later than the ten minutes that RFC 6749 recommends at most.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(11);

    /// <summary>Whether the app exchanges its code too late.</summary>
    public bool IsLate => With == TooLate;

    /// <summary>Whether nothing is wrong but that it stands in the address, as that of a GET or of a POST without a body.</summary>
    public bool IsInTheAddress => With is "get" or "no-body";

    public override bool LetsTimePass => IsLate;

    public override IEnumerable<UsedName> Names => Used(
        (NameKind.App, App, "app"),
        (NameKind.App, By, "by"),
        (NameKind.Policy, With == "other-policy" ? UsedName.OtherPolicy : null, "with"));

    public static MisuseCodeStep Read(StepSource source)
    {
        var step = new MisuseCodeStep(source.Place, source.App, source.Value.Get("with").Text, source.Find("by")?.Text);
        return step.With == "other-client" == (step.By is not null)
            ? step
            : throw source.Value.Problem(step.By is null
                ? "Which app tries the code? Expected 'by' with the name of another app beside 'with: other-client', such as "
                    + "'by: pharmacy'."
                : $"'by' names the app that tries the code: it goes with 'other-client' alone. Leave it out beside '{step.With}'.");
    }

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (scenario.Apps.TryGetValue(App, out var asked) && asked.Kind != "web")
            yield return $"{App} is an app of kind {asked.Kind} here, whose code nobody can try before it does: 'misuse-code' needs kind "
                + "web.";
        if (With is "no-secret" or "wrong-secret" && scenario.Apps.TryGetValue(App, out var app) && !app.Confidential)
            yield return $"{App} has no secret here that could be left out or wrong: write 'apps: {{ {App}: {{ confidential: true }} }}'.";
    }

    public override string Text(string profile) => IsLate
        ? $"{App} exchanges a code {Late.TotalMinutes:0} minutes after it got it → refused"
        : IsInTheAddress
        ? $"a code of {App} is tried in the address of a {(With == "get" ? "GET request" : "POST request without a body")} → refused"
        : $"a code of {App} is tried with {(By is null ? With : $"the client id of {By}")} → refused";
}
