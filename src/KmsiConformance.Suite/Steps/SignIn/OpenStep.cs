using System.Globalization;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.SignIn;

/// <summary>Visits a protected page of the app.</summary>
/// <param name="Prompt">Value of the authorize request's prompt parameter.</param>
/// <param name="MaxAge">Value of max_age, in seconds.</param>
/// <param name="ByLink">Follow a link on a public page of the app, so that its site and not the address bar starts the navigation.</param>
public sealed record OpenStep(
    StepPlace Place, string App, ByProfile<string> Expect, string? Prompt, int? MaxAge, bool ByLink, bool OtherPolicy)
    : VisitStep(Place, App, Expect), IStepKind<OpenStep>
{
    public static string Verb => "open";

    /// <summary>Whether the authorize request is posted by a page of the app.</summary>
    public bool ByForm { get; init; }

    /// <summary>Whether the app says whom it expects, by the id_token of its last sign-in.</summary>
    public bool SendsHint { get; init; }

    /// <summary>The identity provider that is chosen on the page; null leaves the page alone.</summary>
    public string? With { get; init; }

    /// <summary>Value of the authorize request's domain_hint.</summary>
    public string? DomainHint { get; init; }

    /// <summary>The user whose name is the authorize request's login_hint.</summary>
    public string? LoginHint { get; init; }

    /// <summary>Value of the authorize request's acr_values.</summary>
    public string? AcrValues { get; init; }

    /// <summary>How the address for the answer is written wrongly, for example <c>unregistered</c>; null for the registered one.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>How a SAML app does not sign its request as it should, for example <c>none</c>; null for a good signature.</summary>
    public string? Signature { get; init; }

    /// <summary>Whom the page must name as the one who is signed in; null leaves that open.</summary>
    public string? As { get; init; }

    /// <summary>Says no where the login endpoint asks for consent.</summary>
    public bool RefusesConsent { get; init; }

    public override IEnumerable<UsedName> Names => Used(
        (NameKind.User, As, "as"),
        (NameKind.User, LoginHint, "login-hint"),
        (NameKind.App, App, "app"),
        (NameKind.Provider, With, "with"),
        (NameKind.Provider, DomainHint, "domain-hint"),
        (NameKind.Policy, OtherPolicy ? UsedName.OtherPolicy : null, "policy"));

    public static OpenStep Read(StepSource source)
    {
        if (source.Expect is null)
        {
            throw source.Value.Problem(
                "Expected 'expect: silent', 'prompt', 'app-session' or 'error: …' beside it: a visit that expects nothing proves nothing.");
        }

        return new OpenStep(
            source.Place,
            source.App,
            source.Expectation(""),
            source.Find("prompt")?.Text,
            source.Find("max-age")?.Number(),
            source.Find("via")?.Text == "link",
            source.Find("policy")?.Text == UsedName.OtherPolicy)
        {
            SendsHint = source.Find("hint")?.Text == "last",
            ByForm = source.Find("via")?.Text == "form",
            With = source.Find("with")?.Text,
            DomainHint = source.Find("domain-hint")?.Text,
            LoginHint = source.Find("login-hint")?.Text,
            AcrValues = source.Find("acr-values")?.Text,
            As = source.Find("as")?.Text,
            RedirectUri = source.Find("redirect-uri")?.Text,
            Signature = source.Find("signature")?.Text,
            RefusesConsent = source.Find("consent")?.Text == "refuse",
        };
    }

    public override IEnumerable<string> Misfits(Scenario scenario) =>
    [
        .. NotOfSaml(
            scenario, App,
            MaxAge is not null || SendsHint || OtherPolicy || (DomainHint ?? LoginHint ?? AcrValues) is not null, Prompt),
        .. OfSaml(scenario),
        .. OnSites.Asked(
            scenario, App,
            [
                ("prompt", Prompt), ("redirect-uri", RedirectUri), ("signature", Signature), ("with", With),
                ("domain-hint", DomainHint), ("login-hint", LoginHint), ("acr-values", AcrValues),
            ],
            ("max-age", MaxAge is not null), ("via", ByLink || ByForm), ("policy", OtherPolicy), ("hint", SendsHint),
            ("consent", RefusesConsent)),
        .. NotARefusal(scenario, App, Expect, RefusesConsent),
        .. OnSites.Alone(scenario, App, "as", As, "'expect-token' says whom its token names"),
        .. RedirectUri is not null != (Expect.Otherwise == SignOutOutcomes.NoRedirect)
            ? (string[])["'redirect-uri' and 'expect: no-redirect' belong together: the one asks what the other demands."]
            : [],
        .. (Signature is not null && RedirectUri is null) != (Expect.Otherwise == VisitOutcomes.Refused)
            ? (string[])["'signature' and 'expect: refused' belong together, where no 'redirect-uri' is written: the one asks what the "
                + "other demands."]
            : [],
        .. (ByForm || RedirectUri is not null) && scenario.Apps.TryGetValue(App, out var app) && app.Kind is "spa" or "native"
            ? (string[])[$"{App} is an app of kind {app.Kind} here, which has no server of its own: 'via: form' and "
                + "'redirect-uri' need kind web or saml."]
            : [],
    ];

    // What else may be a page of the app's own; the specifications leave open by what a request vouches for it.
    private static readonly string[] Strangers =
        ["unregistered", "longer-host", "userinfo", "backslash", "scheme-relative", "javascript", "data"];

    private IEnumerable<string> OfSaml(Scenario scenario)
    {
        if (!scenario.Apps.TryGetValue(App, out var app)) yield break;
        if (app.Kind != "saml")
        {
            if (Signature is not null)
                yield return $"{App} is an app of kind {app.Kind} here, which signs no requests: 'signature' needs kind saml.";
            yield break;
        }

        if (RedirectUri is null) yield break;
        if (!Strangers.Contains(RedirectUri, StringComparer.Ordinal))
            yield return $"{App} is a SAML app here: which spellings of its own addresses are its own, SAML leaves open. Write one of "
                + $"{string.Join(", ", Strangers)}.";
        if (Signature != "none")
            yield return $"{App} is a SAML app here: a signature may vouch for whatever address the request names (SAML core, 3.4.1). "
                + "Write 'signature: none' beside 'redirect-uri'.";
    }

    /// <summary>What a SAML app cannot ask for at a visit.</summary>
    /// <param name="asksMore">Whether the step asks for anything but a prompt.</param>
    internal static IEnumerable<string> NotOfSaml(Scenario scenario, string app, bool asksMore, string? prompt)
    {
        if (scenario.Apps.TryGetValue(app, out var asked) && asked.Kind == "saml"
            && (asksMore || prompt is not (null or "none" or "login")))
            yield return $"{app} is a SAML app here: an AuthnRequest says IsPassive (prompt: none) or ForceAuthn (prompt: login), and "
                + "nothing else of this. Leave it out, or the profile.";
    }

    /// <summary>Who refuses consent has to say what the app gets, and there is no consent in SAML.</summary>
    internal static IEnumerable<string> NotARefusal(Scenario scenario, string app, ByProfile<string> expect, bool refuses)
    {
        if (!refuses) yield break;
        if (scenario.Apps.TryGetValue(app, out var asking) && asking.Kind == "saml")
            yield return $"{app} is a SAML app here, and no document of SAML speaks of consent. Leave 'consent' out, or the profile.";
        if (scenario.Profiles.Any(profile => !expect.For(profile).StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal)))
            yield return "'consent: refuse' ends in an error that the app gets: write 'expect: { error: access_denied }' beside it.";
    }

    public override string Text(string profile) => $"open {App}{string.Concat(Words())} → {Expect.For(profile)}";

    private IEnumerable<string> Words()
    {
        if (With is not null) yield return $" with {With}";
        if (DomainHint is not null) yield return $" with domain_hint={DomainHint}";
        if (LoginHint is not null) yield return $" with login_hint={LoginHint}";
        if (AcrValues is not null) yield return $" with acr_values={AcrValues}";
        if (OtherPolicy) yield return " under the other policy";
        if (ByLink) yield return " by a link";
        if (ByForm) yield return " by a form";
        if (Prompt is not null) yield return $" with prompt={Prompt}";
        if (MaxAge is { } seconds) yield return string.Create(CultureInfo.InvariantCulture, $" with max_age={seconds}");
        if (SendsHint) yield return " with its last id_token as a hint";
        if (RedirectUri is not null) yield return $" with the redirect_uri {RedirectUri}";
        if (Signature is not null) yield return Signature == "none" ? " without a signature" : $" with a signature that is {Signature}";
        if (As is not null) yield return $" as {As}";
        if (RefusesConsent) yield return ", refusing consent";
    }
}
