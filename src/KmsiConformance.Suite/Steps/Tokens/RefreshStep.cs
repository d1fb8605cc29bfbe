using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>
/// The app uses its refresh token: its server, and the browser takes no part; or the page of a single-page app, which keeps it.
/// </summary>
public sealed record RefreshStep(StepPlace Place, string App, ByProfile<string> Expect) : Step(Place), IStepKind<RefreshStep>
{
    public static string Verb => "refresh";

    /// <summary>Another app that tries the token as if it were its own; null for none.</summary>
    public string? As { get; init; }

    /// <summary>Whether the one is tried again that the last use replaced.</summary>
    public bool IsFormer { get; init; }

    public override ByProfile<string> Expected => Expect;

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"), (NameKind.App, As, "as"));

    public static RefreshStep Read(StepSource source)
    {
        var step = new RefreshStep(source.Place, source.App, source.Expectation("refreshed"))
        {
            As = source.Find("as")?.Text,
            IsFormer = source.Find("token") is not null,
        };
        return step is { As: not null, IsFormer: true }
            ? throw source.Value.Problem("Expected 'as' or 'token', one at a time: of both, nobody could say which was refused.")
            : step;
    }

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        // Names that stand for nothing are said as such.
        if (As is not null && !scenario.Apps.ContainsKey(As)) yield break;
        if (scenario.Apps.TryGetValue(App, out var own) && own is { OfflineAccess: false, IsSite: false })
            yield return $"{App} asks for no refresh token here: write 'apps: {{ {App}: {{ offline-access: true }} }}'.";
        if (As is null && !IsFormer) yield break;
        if (Expect.Named.Values.Append(Expect.Otherwise).Any(seen =>
            seen?.StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal) == false))
            yield return $"Nobody may get tokens so: write 'expect: {{ error: invalid_grant }}' beside it, or leave out {Key}.";
        if (As == App) yield return $"{App} is the app whose token it is. Name another one by 'as', or leave it out.";
        if (As is not null && scenario.Apps.TryGetValue(As, out var other) && other.Kind == "saml")
            yield return $"{As} is a SAML app here, which is no client of the token endpoint. Name another one by 'as'.";
    }

    public override string Text(string profile) => this switch
    {
        { As: { } other } => $"{other} uses the refresh token of {App} → {Expect.For(profile)}",
        { IsFormer: true } => $"{App} uses again the refresh token that was replaced → {Expect.For(profile)}",
        _ => $"{App} uses its refresh token → {Expect.For(profile)}",
    };

    private string Key => IsFormer ? "'token: former'" : "'as'";
}
