using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Steps.Tabs;

namespace KmsiConformance.Suite.Steps.SignIn;

/// <summary>Fills in the credential page that an earlier step left open in the tab.</summary>
public sealed record FillInStep(StepPlace Place, string App, ByProfile<string> Expect, string User)
    : CredentialsStep(Place, App, Expect, User), IStepKind<FillInStep>
{
    public static string Verb => "fill-in";

    public override IEnumerable<UsedName> Names => Used((NameKind.User, User, "user"), (NameKind.App, App, "app"));

    public static FillInStep Read(StepSource source)
    {
        var verb = source.Value;
        return new FillInStep(source.Place, source.App, source.Expectation(VisitOutcomes.SignedIn), verb.Get("user").Text)
        {
            KeepMeSignedIn = verb.Find("keep-me-signed-in")?.Truth(),
            WrongPassword = verb.Find("password")?.Text == "wrong",
            FormerPassword = verb.Find("password")?.Text == "former",
            NearPassword = verb.Find("password")?.Text is "other-case" or "cut-short" ? verb.Get("password").Text : null,
            WrongCode = verb.Find("one-time-code")?.Text == "wrong",
            CodeAgain = verb.Find("one-time-code")?.Text == "again",
            CodeRunOut = verb.Find("one-time-code")?.Text == "run-out",
            StaySignedIn = verb.Find("stay-signed-in")?.Text,
            DoNotAskAgain = verb.Find("do-not-ask-again")?.Truth(),
            RefusesConsent = verb.Find("consent")?.Text == "refuse",
        };
    }

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        foreach (var misfit in EntryMisfits(scenario.Policy)) yield return misfit;
        foreach (var misfit in FormerMisfits(scenario)) yield return misfit;
        foreach (var misfit in OpenStep.NotARefusal(scenario, App, Expect, RefusesConsent)) yield return misfit;
        foreach (var misfit in OnSites.Asked(scenario, App, [], ("consent", RefusesConsent))) yield return misfit;
        if (Expect.Otherwise == SignOutOutcomes.NoRedirect)
            yield return "'no-redirect' is for a sign-in page that was told where to lead: write 'sign-in' with 'return-to'.";
        foreach (var left in scenario.Profiles.SelectMany(profile => OpenTabs.Walk(scenario, profile))
            .Where(at => ReferenceEquals(at.Step, this) && at.Waits != App).Select(at => at.Waits))
            yield return left is null
                ? $"No step before it leaves the sign-in page of {App} open {Here(scenario)}. Write 'open: {App}' with 'expect: prompt' "
                    + "there, or 'sign-in', which opens the page itself."
                : $"The sign-in page that is open {Here(scenario)} is that of {left}: write 'app: {left}', or go to the tab of {App} "
                    + "first.";
    }

    public override string Text(string profile) =>
        $"{User} fills in the page that waits, for {App}{string.Concat(EntryWords().Concat(AnswerWords()))} → {Expect.For(profile)}";

    private static string Here(Scenario scenario) => scenario.Tabs.Count > 0 ? "in this tab" : "here";
}
