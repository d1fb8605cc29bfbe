using System.Globalization;

namespace KmsiConformance.Suite.Steps;

/// <summary>How an app asks for a sign-out.</summary>
/// <param name="Hint">
/// The id_token_hint: <c>valid</c> (the app's own), <c>none</c>, <c>expired</c>, <c>tampered</c>, <c>unsigned</c>,
/// <c>foreign-tenant</c> or <c>other-app</c>.
/// </param>
/// <param name="NamesClient">Whether the request carries the app's client_id.</param>
/// <param name="Method"><c>get</c> or <c>post</c>.</param>
/// <param name="ReturnTo">Where it asks to return to: <c>registered</c>, <c>unregistered</c>, <c>none</c>, or a trick.</param>
/// <param name="State"><c>plain</c>, or <c>special</c> for one of characters that have a meaning in addresses and pages.</param>
public sealed record SignOutManner(
    string Hint = "valid", bool NamesClient = true, string Method = "get", string ReturnTo = "registered", string State = "plain")
{
    public override string ToString() => string.Concat(Words().Select(word => $", {word}"));

    private IEnumerable<string> Words()
    {
        if (Hint == "none") yield return "without a hint";
        else if (Hint != "valid") yield return $"hint {Hint}";
        if (!NamesClient) yield return "without a client_id";
        if (Method != "get") yield return "by POST";
        if (ReturnTo == "none") yield return "returning nowhere";
        else if (ReturnTo != "registered") yield return $"returning to {ReturnTo}";
        if (State != "plain") yield return $"with a {State} state";
    }
}

/// <summary>The app's sign-out, through the login endpoint's logout.</summary>
public sealed record SignOutStep(int Line, string App, ByProfile<string> Expect, SignOutManner Manner) : VisitStep(Line, App, Expect)
{
    /// <summary>Whether the user confirms the sign-out; the page that asks must then come.</summary>
    public bool Confirms { get; init; }

    public override string Text(string profile) => $"sign out of {App}{Manner}{(Confirms ? ", confirming it" : "")} → {Expect.For(profile)}";
}

/// <summary>Looks at who was told of the last sign-out.</summary>
/// <param name="App">The app; null looks at all apps: those that take part once each, and no other.</param>
/// <param name="Times">How often it was told, by profile, as a number.</param>
public sealed record ExpectNotifiedStep(int Line, string? App, ByProfile<string> Times) : Step(Line)
{
    public override string Text(string profile) => App is null
        ? "every app of the session was told once, and no other"
        : Demanded(profile) switch
        {
            0 => $"{App} was not told of the sign-out",
            1 => $"{App} was told of the sign-out once",
            var times => string.Create(CultureInfo.InvariantCulture, $"{App} was told of the sign-out {times} times"),
        };

    /// <summary>How often under a profile.</summary>
    public int Demanded(string profile) => int.Parse(Times.For(profile), CultureInfo.InvariantCulture);
}
