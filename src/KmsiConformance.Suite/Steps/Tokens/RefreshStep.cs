using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>
/// The app uses its refresh token: its server, and the browser takes no part; or the page of a single-page app, which keeps it.
/// </summary>
public sealed record RefreshStep(StepPlace Place, string App, ByProfile<string> Expect) : Step(Place), IStepKind<RefreshStep>
{
    public static string Verb => "refresh";

    private const string Refreshed = "refreshed";

    /// <summary>Another app that tries the token as if it were its own; null for none.</summary>
    public string? As { get; init; }

    /// <summary>Whether the one is tried again that the last use replaced.</summary>
    public bool IsFormer { get; init; }

    /// <summary>Whether it asks for more than was granted.</summary>
    public bool IsWider { get; init; }

    /// <summary>Whether it is a token that nobody was given.</summary>
    public bool IsMadeUp { get; init; }

    /// <summary>What is expected where no refresh token was asked for: there is none, or it has ended with the session.</summary>
    public const string NoTokens = "no-tokens";

    public override ByProfile<string> Expected => Expect;

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"), (NameKind.App, As, "as"));

    public static RefreshStep Read(StepSource source)
    {
        var step = new RefreshStep(source.Place, source.App, source.Expectation(Refreshed))
        {
            As = source.Find("as")?.Text,
            IsFormer = source.Find("token")?.Text == "former",
            IsMadeUp = source.Find("token")?.Text == "made-up",
            IsWider = source.Find("scope") is not null,
        };
        string[] wrong = ["as", "token", "scope"];
        return wrong.Count(key => source.Find(key) is not null) > 1
            ? throw source.Value.Problem("Expected 'as', 'token' or 'scope', one at a time: of both, nobody could say which was refused.")
            : step;
    }

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        // Names that stand for nothing are said as such.
        if (As is not null && !scenario.Apps.ContainsKey(As)) yield break;
        var seens = Expect.Named.Values.Append(Expect.Otherwise).OfType<string>().ToArray();
        var isUnasked = seens.Contains(NoTokens);
        if (scenario.Apps.TryGetValue(App, out var own) && own is { OfflineAccess: false, IsSite: false } && !isUnasked && !IsMadeUp)
            yield return $"{App} asks for no refresh token here: write 'apps: {{ {App}: {{ offline-access: true }} }}'.";
        if (isUnasked && (own is { OfflineAccess: true } or { Kind: "spa" } || Key is not null))
            yield return $"'{NoTokens}' is for an app with a server that asks for no refresh token: leave out its offline-access"
                + $"{(Key is { } key ? $", and {key}" : "")}.";
        if (IsMadeUp && own is not null && own.Kind != "spa")
            yield return $"{App} is an app of kind {own.Kind} here, and what its server is told no page has to read: 'token: made-up' "
                + "needs kind spa.";
        if (IsWider && seens.Any(seen => seen != Refreshed))
            yield return "It may be refused, or give tokens for what was granted: leave out 'expect' beside 'scope'.";
        if (Key is null || IsWider) yield break;
        if (seens.Any(seen => !seen.StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal)))
            yield return $"Nobody may get tokens so: write 'expect: {{ error: invalid_grant }}' beside it, or leave out {Key}.";
        if (As == App) yield return $"{App} is the app whose token it is. Name another one by 'as', or leave it out.";
        if (As is not null && scenario.Apps.TryGetValue(As, out var other) && other.Kind == "saml")
            yield return $"{As} is a SAML app here, which is no client of the token endpoint. Name another one by 'as'.";
    }

    public override string Text(string profile) => this switch
    {
        { As: { } other } => $"{other} uses the refresh token of {App} → {Expect.For(profile)}",
        { IsWider: true } => $"{App} asks by its refresh token for more than was granted → nothing more",
        { IsMadeUp: true } => $"a page of {App} tries a refresh token that nobody was given → {Expect.For(profile)}, which it can read",
        { IsFormer: true } => $"{App} uses again the refresh token that was replaced → {Expect.For(profile)}",
        _ => $"{App} uses its refresh token → {Expect.For(profile)}",
    };

    private string? Key => this switch
    {
        { IsFormer: true } => "'token: former'",
        { IsMadeUp: true } => "'token: made-up'",
        { IsWider: true } => "'scope'",
        { As: not null } => "'as'",
        _ => null,
    };
}
