using System.Globalization;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.SignIn;

/// <summary>Opens the app, fills in the credential page.</summary>
public sealed record SignInStep(StepPlace Place, string App, ByProfile<string> Expect, string User, bool OtherPolicy)
    : CredentialsStep(Place, App, Expect, User), IStepKind<SignInStep>
{
    public static string Verb => "sign-in";

    /// <summary>The identity provider that is chosen on the page; null for a local account.</summary>
    public string? With { get; init; }

    /// <summary>Say no on the identity provider's page instead of typing anything.</summary>
    public bool Cancels { get; init; }

    /// <summary>Value of the authorize request's domain_hint.</summary>
    public string? DomainHint { get; init; }

    /// <summary>The user whose name is the authorize request's login_hint.</summary>
    public string? LoginHint { get; init; }

    /// <summary>Value of the authorize request's acr_values.</summary>
    public string? AcrValues { get; init; }

    /// <summary>Value of the authorize request's prompt parameter; null sends none.</summary>
    public string? Prompt { get; init; }

    /// <summary>Value of max_age, in seconds; null sends none.</summary>
    public int? MaxAge { get; init; }

    /// <summary>Whether the app says whom it expects, by the id_token of its last sign-in.</summary>
    public bool SendsHint { get; init; }

    /// <summary>Where the sign-in page is told to lead afterwards, as <see cref="SignOutManner"/> says it; null tells nothing.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>Whether the sign-in page itself is opened, of whoever is signed in already.</summary>
    public bool Directly { get; init; }

    /// <summary>How long the login endpoint's page stays open before anything is typed; null for no time at all.</summary>
    public DurationExpression? After { get; init; }

    public override bool LetsTimePass => After is not null;

    public override IEnumerable<UsedName> Names => Used(
        (NameKind.User, User, "user"),
        (NameKind.User, LoginHint, "login-hint"),
        (NameKind.App, App, "app"),
        (NameKind.Provider, With, "with"),
        (NameKind.Provider, DomainHint, "domain-hint"),
        (NameKind.Policy, OtherPolicy ? UsedName.OtherPolicy : null, "policy"));

    public static SignInStep Read(StepSource source)
    {
        var verb = source.Value;
        return new SignInStep(
            source.Place,
            source.App,
            source.Expectation(VisitOutcomes.SignedIn),
            verb.Get("user").Text,
            verb.Find("policy")?.Text == UsedName.OtherPolicy)
        {
            KeepMeSignedIn = verb.Find("keep-me-signed-in")?.Truth(),
            WrongPassword = verb.Find("password")?.Text == "wrong",
            FormerPassword = verb.Find("password")?.Text == "former",
            NearPassword = verb.Find("password")?.Text is "other-case" or "cut-short" ? verb.Get("password").Text : null,
            With = verb.Find("with")?.Text,
            Cancels = verb.Find("cancel")?.Truth() ?? false,
            DomainHint = verb.Find("domain-hint")?.Text,
            LoginHint = verb.Find("login-hint")?.Text,
            AcrValues = verb.Find("acr-values")?.Text,
            Prompt = verb.Find("prompt")?.Text,
            MaxAge = verb.Find("max-age")?.Number(),
            SendsHint = verb.Find("hint")?.Text == "last",
            ReturnTo = verb.Find("return-to")?.Text,
            Directly = verb.Find("via")?.Text == "sign-in-page",
            WrongCode = verb.Find("one-time-code")?.Text == "wrong",
            CodeAgain = verb.Find("one-time-code")?.Text == "again",
            CodeRunOut = verb.Find("one-time-code")?.Text == "run-out",
            StaySignedIn = verb.Find("stay-signed-in")?.Text,
            After = verb.Find("after") is { } after ? StepSource.Duration(after) : null,
            DoNotAskAgain = verb.Find("do-not-ask-again")?.Truth(),
            RefusesConsent = verb.Find("consent")?.Text == "refuse",
        };
    }

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        foreach (var misfit in OpenStep.NotOfSaml(
            scenario, App, (DomainHint ?? LoginHint ?? AcrValues) is not null || OtherPolicy || MaxAge is not null || SendsHint,
            Prompt))
            yield return misfit;
        foreach (var misfit in OnSites.Asked(
            scenario, App,
            [("prompt", Prompt), ("with", With), ("domain-hint", DomainHint), ("login-hint", LoginHint), ("acr-values", AcrValues)],
            ("policy", OtherPolicy), ("cancel", Cancels), ("max-age", MaxAge is not null), ("hint", SendsHint),
            ("consent", RefusesConsent)))
            yield return misfit;
        foreach (var misfit in OnSites.Alone(scenario, App, "return-to", ReturnTo, "there its app says where to return to"))
            yield return misfit;
        foreach (var misfit in OnSites.Alone(
            scenario, App, "via", Directly ? "sign-in-page" : null, "there 'prompt: login' asks whoever is signed in"))
            yield return misfit;
        if (Directly && ReturnTo is not null)
            yield return "'return-to' opens the sign-in page by itself, and 'via' has no effect. Leave it out.";
        foreach (var misfit in OpenStep.NotARefusal(scenario, App, Expect, RefusesConsent)) yield return misfit;
        if (Cancels && With is null)
            yield return "'cancel' says no at an identity provider: name it by 'with', or leave it out.";
        foreach (var misfit in EntryMisfits(PolicyOf(scenario))) yield return misfit;
        foreach (var misfit in FormerMisfits(scenario)) yield return misfit;
        if (After is not null && With is not null)
            yield return "'after' is about the login endpoint's page, and 'with' leaves that at once. Leave one of them out.";
        if (ReturnTo is not null != (Expect.Otherwise == SignOutOutcomes.NoRedirect))
            yield return "'return-to' and 'expect: no-redirect' belong together: the one asks what the other demands.";
    }

    private PolicyRequest PolicyOf(Scenario scenario) =>
        OtherPolicy && scenario.Policy.Other is { } other ? other : scenario.Policy;

    public override string Text(string profile) => $"{User} signs in to {App}{string.Concat(Words())} → {Expect.For(profile)}";

    private IEnumerable<string> Words()
    {
        if (With is not null) yield return $" with {With}";
        if (DomainHint is not null) yield return $" with domain_hint={DomainHint}";
        if (LoginHint is not null) yield return $" with login_hint={LoginHint}";
        if (AcrValues is not null) yield return $" with acr_values={AcrValues}";
        if (Prompt is not null) yield return $" with prompt={Prompt}";
        if (MaxAge is { } seconds) yield return string.Create(CultureInfo.InvariantCulture, $" with max_age={seconds}");
        if (SendsHint) yield return " with its last id_token as a hint";
        if (OtherPolicy) yield return " under the other policy";
        foreach (var word in EntryWords()) yield return word;
        if (Cancels) yield return " and cancels there";
        if (After is not null) yield return $" {After} after the page came";
        if (Directly) yield return " on the sign-in page itself";
        if (ReturnTo is not null) yield return $" with the return address {ReturnTo}";
        foreach (var word in AnswerWords()) yield return word;
    }
}
