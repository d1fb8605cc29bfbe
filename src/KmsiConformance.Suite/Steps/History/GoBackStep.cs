using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.History;

/// <summary>Goes back in the browser's history, page by page, until it comes to a page of the app.</summary>
/// <param name="ToSignInPage">Whether it goes on from there until it comes to the page on which the user signed in.</param>
public sealed record GoBackStep(StepPlace Place, string App, ByProfile<string> Expect, bool ToSignInPage)
    : VisitStep(Place, App, Expect), IStepKind<GoBackStep>
{
    public static string Verb => "go-back";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static GoBackStep Read(StepSource source) => new(
        source.Place, source.App, ShownAgain.Expected(source), source.Find("to")?.Text == "sign-in-page");

    // What an app got, and whether it was asked, is seen where it is visited: that page is not its own.
    public override IEnumerable<string> Misfits(Scenario scenario) => ToSignInPage
        && scenario.Profiles.FirstOrDefault(profile => Expect.For(profile) != VisitOutcomes.NobodySignedIn) is { } profile
            ? [.. ShownAgain.Misfits(scenario, App), $"Nothing can be said of '{Expect.For(profile)}' on the way back to the sign-in page, "
                + $"which is not a visit to {App}: expect {VisitOutcomes.NobodySignedIn}."]
            : ShownAgain.Misfits(scenario, App);

    public override string Text(string profile) =>
        $"go back to {(ToSignInPage ? $"the sign-in page of {App}" : App)} → {Expect.For(profile)}";
}
