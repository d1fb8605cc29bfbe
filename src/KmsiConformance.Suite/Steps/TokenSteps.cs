namespace KmsiConformance.Suite.Steps;

/// <summary>Somebody who should not have it exchanges the next code of an app before the app does.</summary>
/// <param name="With">
/// <c>other-client</c>, <c>other-redirect-uri</c>, <c>other-policy</c>, <c>wrong-verifier</c> or <c>no-verifier</c>.
/// </param>
/// <param name="By">The app that tries, for <c>other-client</c>.</param>
public sealed record MisuseCodeStep(int Line, string App, string With, string? By) : Step(Line)
{
    public override string Text(string profile) => $"a code of {App} is tried with {(By is null ? With : $"the client id of {By}")} → refused";
}

/// <summary>The app's server uses its refresh token; the browser takes no part.</summary>
public sealed record RefreshStep(int Line, string App, ByProfile<string> Expect) : Step(Line)
{
    /// <summary>The expectation that new tokens come.</summary>
    public const string Refreshed = "refreshed";

    public override string Text(string profile) => $"{App} uses its refresh token → {Expect.For(profile)}";
}

/// <summary>Looks at the tokens that an app got last.</summary>
/// <param name="User">The user whom they must name; null leaves it unexamined.</param>
/// <param name="AuthTimeIsSignIn">Whether auth_time must be the time at which credentials were last given.</param>
public sealed record ExpectTokenStep(int Line, string App, string? User, bool AuthTimeIsSignIn) : Step(Line)
{
    public override string Text(string profile) => $"the token of {App}{(User is null ? "" : $" names {User}")}{(AuthTimeIsSignIn ? $"{(User is null ? "" : ",")} says when credentials were given" : "")}";
}
