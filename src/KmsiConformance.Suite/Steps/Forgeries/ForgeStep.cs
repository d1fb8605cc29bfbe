using KmsiConformance.Ledger;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Steps.SignIn;

namespace KmsiConformance.Suite.Steps.Forgeries;

/// <summary>A stranger's page makes the browser send what an attacker was shown or given in a browser of their own.</summary>
/// <param name="What">One of <see cref="Forged"/>.</param>
/// <param name="User">Who the attacker is at the login endpoint.</param>
public sealed record ForgeStep(StepPlace Place, string What, string User, string App) : Step(Place), IStepKind<ForgeStep>
{
    public static string Verb => "forge";

    /// <summary>The identity provider that the attacker chooses; null for none.</summary>
    public string? With { get; init; }

    /// <summary>What is wrong with a LogoutRequest: <c>unsigned</c>, <c>another-key</c> or <c>another-subject</c>; null for none.</summary>
    public string? Flaw { get; init; }

    public override IEnumerable<UsedName> Names =>
        Used((NameKind.User, User, "user"), (NameKind.App, App, "app"), (NameKind.Provider, With, "with"));

    public static ForgeStep Read(StepSource source)
    {
        var verb = source.Value;
        return new ForgeStep(source.Place, verb.Get("what").Text, verb.Get("user").Text, source.App)
        {
            With = verb.Find("with")?.Text,
            Flaw = verb.Find("flaw")?.Text,
        };
    }

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (With is not null && What != Forged.ProviderAnswer)
            yield return "'with' names the identity provider whose answer is carried over: it goes with 'what: provider-answer' alone.";
        if (!scenario.Steps.SkipWhile(step => step != this).OfType<OpenStep>().Any())
            yield return "What it did to the session here, only a visit shows: add 'open' after it, and expect what holds without it.";
        if (Flaw is not null != (What == Forged.LogoutRequest))
            yield return "'what: logout-request' and 'flaw' belong together: the one says what is forged, the other what is wrong with it.";
        if (!scenario.Apps.TryGetValue(App, out var app)) yield break;
        if (What == Forged.LogoutRequest && app.Kind != "saml")
            yield return $"{App} is an app of kind {app.Kind} here, which sends no LogoutRequests: name an app of kind saml.";
        if (app.IsSite && What == Forged.SignIn && scenario.Steps.TakeWhile(step => step != this).OfType<CredentialsStep>().Any()
            && scenario.Steps.SkipWhile(step => step != this).OfType<OpenStep>().FirstOrDefault() is { As: null })
            yield return "Somebody is signed in here already: whose page the site shows afterwards, 'as' in the 'open' after it says.";
        if (app.Kind == "native")
            yield return $"{App} is an app on the device (kind: native), and the attacker has another device. Name another app.";
        if (app.IsSite && What is not (Forged.SignIn or Forged.SignOut))
            yield return $"{App} is a site here, which speaks no protocol: only 'sign-in' and 'sign-out' can be carried over. Leave it "
                + "out, or the profile.";
    }

    public override string Text(string profile) => What == Forged.LogoutRequest
        ? $"a stranger's page sends {Whats()}, in the name of {App} → nothing comes of it"
        : What == Forged.SignOut
            ? $"a stranger's page sends {Whats()} of {User} for {App} → the next visit shows what came of it"
            : $"a stranger's page sends {Whats()} of {User} for {App} → nothing comes of it";

    private string Whats() => What switch
    {
        Forged.SignIn => "the sign-in page",
        Forged.LogoutRequest => Flaw switch
        {
            "unsigned" => "an unsigned LogoutRequest",
            "another-key" => "a LogoutRequest signed with another key",
            _ => "a LogoutRequest that names somebody else",
        },
        Forged.StaySignedIn => "the answer to “Stay signed in?”",
        Forged.ProviderAnswer => $"the answer of {With ?? "the federated service"}",
        _ => "the sign-out",
    };
}
