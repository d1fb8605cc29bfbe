using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.SignOut;

/// <summary>The app's sign-out, through the login endpoint's logout.</summary>
public sealed record SignOutStep(StepPlace Place, string App, ByProfile<string> Expect, SignOutManner Manner)
    : VisitStep(Place, App, Expect), IStepKind<SignOutStep>
{
    public static string Verb => "sign-out";

    /// <summary>Whether the user confirms the sign-out; the page that asks must then come.</summary>
    public bool Confirms { get; init; }

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static SignOutStep Read(StepSource source) =>
        new(source.Place, source.App, source.Expectation(SignOutOutcomes.SignedOut), SignOutManner.Read(source.Value))
        {
            Confirms = source.Find("confirm")?.Text == "yes",
        };

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        var hasManner = Manner != new SignOutManner();
        foreach (var misfit in OnSites.Asked(scenario, App, [], ("hint, client-id, method, return-to or state", hasManner)))
            yield return misfit;
        if (Manner.ReturnTo == "with-query" && scenario.Apps.TryGetValue(App, out var asking) && asking.Kind is "spa" or "native")
            yield return $"{App} has no such page (kind: {asking.Kind}): only a web app registers an address with a query.";
        if (scenario.Apps.TryGetValue(App, out var app) && app.Kind == "saml" && hasManner)
            yield return $"{App} is a SAML app here: it asks for a sign-out by a LogoutRequest, which has no hint, method, state, "
                + "client_id or address to return to. Leave them out, or the profile.";
    }

    public override string Text(string profile) =>
        $"sign out of {App}{Manner}{(Confirms ? ", confirming it" : "")} → {Expect.For(profile)}";
}
