using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Steps.SignIn;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>Looks at the tokens that an app got last.</summary>
/// <param name="User">The user whom they must name; null leaves it unexamined.</param>
/// <param name="AuthTimeIsSignIn">Whether auth_time must be the time at which credentials were last given.</param>
public sealed record ExpectTokenStep(StepPlace Place, string App, string? User, bool AuthTimeIsSignIn)
    : Step(Place), IStepKind<ExpectTokenStep>
{
    public static string Verb => "expect-token";

    /// <summary>Whether the answer that it came with must not be stored by anybody on its way.</summary>
    public bool IsKeptFromStores { get; init; }

    /// <summary>Whether its sid must be that of this device's session and of no other.</summary>
    public bool SidIsOfThisSession { get; init; }

    /// <summary>Whether its sid must be that of no session of somebody else.</summary>
    public bool SidIsOfNoOtherUser { get; init; }

    /// <summary>What its kmsi claim must say of the box; null leaves it unexamined.</summary>
    public bool? BoxTicked { get; init; }

    /// <summary>Whether it must say nothing that was said of somebody else before.</summary>
    public bool ClaimsAreOfThisUser { get; init; }

    /// <summary>Names of claims that are of a user, beside those of every person.</summary>
    public IReadOnlyList<string> FurtherClaims { get; init; } = [];

    /// <summary>What its acr must not say; null leaves it unexamined.</summary>
    public string? AcrIsNot { get; init; }

    /// <summary>Whether no refresh token may have come with it.</summary>
    public bool HasNoRefreshToken { get; init; }

    /// <summary>Whether the keys by which it is verified must be written in base64url.</summary>
    public bool KeysAreBase64Url { get; init; }

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"), (NameKind.User, User, "user"));

    public static ExpectTokenStep Read(StepSource source)
    {
        var step = new ExpectTokenStep(source.Place, source.App, source.Find("user")?.Text, source.Find("auth-time")?.Text == "sign-in")
        {
            IsKeptFromStores = source.Find("cache-control") is not null,
            SidIsOfThisSession = source.Find("sid")?.Text == "of-this-session",
            SidIsOfNoOtherUser = source.Find("sid")?.Text == "of-no-other-user",
            AcrIsNot = source.Find("acr-is-not")?.Text,
            HasNoRefreshToken = source.Find("refresh-token") is not null,
            KeysAreBase64Url = source.Find("keys") is not null,
            BoxTicked = source.Find("kmsi")?.Truth(),
            ClaimsAreOfThisUser = source.Find("claims") is not null,
            FurtherClaims = source.Find("claims") is { IsList: true } named ? [.. named.Items.Select(claim => claim.Text)] : [],
        };
        return step is { User: null, AuthTimeIsSignIn: false, IsKeptFromStores: false, SidIsOfThisSession: false, SidIsOfNoOtherUser: false,
            AcrIsNot: null, BoxTicked: null, ClaimsAreOfThisUser: false, HasNoRefreshToken: false, KeysAreBase64Url: false }
            ? throw source.Value.Problem(
                "Expected 'user', 'auth-time', 'cache-control', 'sid', 'acr-is-not', 'kmsi', 'claims', 'refresh-token' or 'keys': a "
                + "look at a token that demands nothing proves nothing.")
            : step;
    }

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (IsKeptFromStores && scenario.Apps.TryGetValue(App, out var asked) && asked.Kind is "saml" or "spa")
            yield return $"{App} is an app of kind {asked.Kind} here, whose server gets no tokens from the token endpoint. Leave "
                + "cache-control out, or the profile.";
        if (HasNoRefreshToken && scenario.Apps.TryGetValue(App, out var unasked)
            && (unasked.OfflineAccess || unasked.Kind is "saml" or "spa"))
            yield return $"'refresh-token: absent' is for an app with a server that asks for none: leave out the offline-access of {App}, "
                + "or its kind.";
        if (KeysAreBase64Url && scenario.Apps.TryGetValue(App, out var verifies) && verifies.Kind == "saml")
            yield return $"{App} is a SAML app here, which reads no such keys. Leave keys out, or the profile.";
        if ((SidIsOfThisSession || SidIsOfNoOtherUser || AcrIsNot is not null)
            && scenario.Apps.TryGetValue(App, out var named) && named.Kind == "saml")
            yield return $"{App} is a SAML app here, whose assertions have neither. Leave sid and acr-is-not out, or the profile.";
        if (AcrIsNot is not null && !scenario.Steps.TakeWhile(step => step != this).Any(step => AsksFor(step, AcrIsNot)))
            yield return $"No step before it asks {App} for {AcrIsNot}, so there is nothing that could be claimed: write "
                + $"'acr-values: {AcrIsNot}' where the app is visited.";
        if (SidIsOfThisSession && scenario.Devices.Count == 0)
            yield return "'sid: of-this-session' compares with the sessions of other devices: write 'devices: [laptop, phone]'.";
    }

    private bool AsksFor(Step step, string acr) => step switch
    {
        OpenStep open => open.App == App && IsAmong(open.AcrValues, acr),
        SignInStep signIn => signIn.App == App && IsAmong(signIn.AcrValues, acr),
        _ => false,
    };

    private static bool IsAmong(string? values, string acr) => values?.Split(' ').Contains(acr, StringComparer.Ordinal) == true;

    public override string Text(string profile) => $"the token of {App}{string.Join(",", Demands())}";

    private IEnumerable<string> Demands()
    {
        if (User is not null) yield return $" names {User}";
        if (AuthTimeIsSignIn) yield return " says when credentials were given";
        if (SidIsOfThisSession) yield return " has the sid of this session";
        if (SidIsOfNoOtherUser) yield return " has the sid of nobody else's session";
        if (BoxTicked is { } ticked) yield return $" says that the box was {(ticked ? "ticked" : "not ticked")}";
        if (ClaimsAreOfThisUser) yield return " says nothing of whoever was signed in before";
        if (AcrIsNot is not null) yield return $" does not claim the acr {AcrIsNot}";
        if (HasNoRefreshToken) yield return " came without a refresh token";
        if (KeysAreBase64Url) yield return " is verified by keys that are written in base64url";
        if (IsKeptFromStores) yield return " came with Cache-Control: no-store";
    }
}
