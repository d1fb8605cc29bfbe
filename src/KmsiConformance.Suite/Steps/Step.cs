using System.Globalization;
using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Suite.Steps;

/// <summary>One line of a scenario.</summary>
/// <param name="Line">Where it stands in its file, from 1.</param>
public abstract record Step(int Line)
{
    /// <summary>The step as a line of a test protocol, for the given profile.</summary>
    public abstract string Text(string profile);
}

/// <summary>A step that does something with an app and expects a certain outcome.</summary>
public abstract record VisitStep(int Line, string App, ByProfile<string> Expect) : Step(Line);

/// <summary>Opens the app, fills in the credential page.</summary>
/// <param name="KeepMeSignedIn">True ticks the box, false leaves it unticked, null does not touch it.</param>
public sealed record SignInStep(int Line, string App, ByProfile<string> Expect, string User, bool? KeepMeSignedIn, bool WrongPassword, bool OtherPolicy)
    : VisitStep(Line, App, Expect)
{
    /// <summary>The identity provider that is chosen on the page; null for a local account.</summary>
    public string? With { get; init; }

    /// <summary>Say no on the identity provider's page instead of typing anything.</summary>
    public bool Cancels { get; init; }

    /// <summary>Value of the authorize request's domain_hint.</summary>
    public string? DomainHint { get; init; }

    /// <summary>Value of the authorize request's prompt parameter; null sends none.</summary>
    public string? Prompt { get; init; }

    /// <summary>Type a one-time code that is not the user's.</summary>
    public bool WrongCode { get; init; }

    /// <summary>The answer to the question whether to stay signed in: <c>yes</c>, <c>no</c> or <c>abandon</c>; null for none in particular.</summary>
    public string? StaySignedIn { get; init; }

    /// <summary>What the box beside that question is set to; null leaves it as it is.</summary>
    public bool? DoNotAskAgain { get; init; }

    public override string Text(string profile) =>
        $"{User} signs in to {App}{Federated}{(Prompt is null ? "" : $" with prompt={Prompt}")}{(OtherPolicy ? " under the other policy" : "")}{(WrongPassword ? " with a wrong password" : "")}{(WrongCode ? " with a wrong one-time code" : "")}{(Cancels ? " and cancels there" : "")}{Box}{Answer} → {Expect.For(profile)}";

    private string Federated => $"{(With is null ? "" : $" with {With}")}{(DomainHint is null ? "" : $" with domain_hint={DomainHint}")}";

    private string Answer => (StaySignedIn, DoNotAskAgain) switch
    {
        (null, _) => "",
        ("abandon", _) => ", leaving the question open",
        (var answer, true) => $", answering {answer} for good",
        (var answer, _) => $", answering {answer}",
    };

    private string Box => KeepMeSignedIn switch { true => ", box ticked", false => ", box unticked", null => "" };
}

/// <summary>Visits a protected page of the app.</summary>
/// <param name="Prompt">Value of the authorize request's prompt parameter.</param>
/// <param name="MaxAge">Value of max_age, in seconds.</param>
/// <param name="ByLink">Follow a link on a public page of the app, so that the app's site starts the navigation and not the address bar.</param>
public sealed record OpenStep(int Line, string App, ByProfile<string> Expect, string? Prompt, int? MaxAge, bool ByLink, bool OtherPolicy) : VisitStep(Line, App, Expect)
{
    /// <summary>Whether the app says whom it expects, by the id_token of its last sign-in.</summary>
    public bool SendsHint { get; init; }

    /// <summary>The identity provider that is chosen on the page; null leaves the page alone.</summary>
    public string? With { get; init; }

    /// <summary>Value of the authorize request's domain_hint.</summary>
    public string? DomainHint { get; init; }

    public override string Text(string profile) =>
        $"open {App}{(With is null ? "" : $" with {With}")}{(DomainHint is null ? "" : $" with domain_hint={DomainHint}")}{(OtherPolicy ? " under the other policy" : "")}{(ByLink ? " by a link" : "")}{(Prompt is null ? "" : $" with prompt={Prompt}")}{(MaxAge is null ? "" : string.Create(CultureInfo.InvariantCulture, $" with max_age={MaxAge}"))}{(SendsHint ? " with its last id_token as a hint" : "")} → {Expect.For(profile)}";
}

/// <summary>The app exchanges the code of its last sign-in a second time.</summary>
public sealed record ReplayCodeStep(int Line, string App) : Step(Line)
{
    public override string Text(string profile) => $"{App} uses its last code again → refused";
}

/// <summary>Moves the clock forward by a length of time.</summary>
public sealed record WaitStep(int Line, DurationExpression Duration) : Step(Line)
{
    public override string Text(string profile) => $"wait {Duration}";
}

/// <summary>Moves the clock forward to a moment.</summary>
public sealed record WaitUntilStep(int Line, MomentExpression Moment) : Step(Line)
{
    public override string Text(string profile) => $"wait until {Moment}";
}

/// <summary>Ends the browser's process and starts a new one on the same profile.</summary>
/// <param name="Kind">One of <see cref="RestartKind"/>.</param>
public sealed record RestartBrowserStep(int Line, string Kind) : Step(Line)
{
    public override string Text(string profile) => Kind switch
    {
        RestartKind.RestoreSession => "restart the browser where the user left off",
        RestartKind.PrivateWindow => "close the browser and open a private window",
        _ => $"restart the browser ({Kind})",
    };
}

/// <summary>How a browser's process ends, and how the next one starts.</summary>
public static class RestartKind
{
    /// <summary>Closed in the ordinary way; the next one starts on the same profile.</summary>
    public const string Quit = "quit";

    /// <summary>Killed without warning.</summary>
    public const string Crash = "crash";

    /// <summary>Closed in the ordinary way; the next one goes on where the user left off, session cookies included (N-82).</summary>
    public const string RestoreSession = "restore-session";

    /// <summary>Closed in the ordinary way; the next one shows a private window, until it is restarted in its turn.</summary>
    public const string PrivateWindow = "private-window";
}

/// <summary>Deletes all cookies of the app's site.</summary>
public sealed record ForgetAppStep(int Line, string App) : Step(Line)
{
    public override string Text(string profile) => $"delete the cookies of {App}";
}

/// <summary>Names a cookie by what it is for.</summary>
/// <param name="Role"><c>sso</c> or <c>app-session</c>.</param>
/// <param name="App">The app, for <c>app-session</c>.</param>
public sealed record CookieName(string Role, string? App)
{
    public override string ToString() => App is null ? $"the {Role} cookie" : $"the {Role} cookie of {App}";
}

/// <summary>Does something to a cookie in the browser's store.</summary>
/// <param name="Action"><c>delete</c>, <c>tamper</c>, <c>copy</c> or <c>paste</c>.</param>
public sealed record ChangeCookieStep(int Line, string Action, CookieName Cookie) : Step(Line)
{
    public override string Text(string profile) => Action switch
    {
        "tamper" => $"tamper with {Cookie}",
        "paste" => $"put back the copy of {Cookie}",
        "copy" => $"keep a copy of {Cookie}",
        _ => $"delete {Cookie}",
    };
}

/// <summary>Looks at a cookie in the browser's store. Null leaves a property unexamined.</summary>
/// <param name="Site"><c>login</c> or an app's name: the only site it may belong to.</param>
public sealed record ExpectCookieStep(
    int Line, CookieName Cookie, bool? Persistent, DurationExpression? Lasts, bool? Secure, bool? HttpOnly, string? Site, bool? Renewed) : Step(Line)
{
    public override string Text(string profile) => $"{Cookie} exists{string.Concat(Demands().Select(demand => ", " + demand))}";

    private IEnumerable<string> Demands()
    {
        if (Persistent is { } persistent) yield return persistent ? "is persistent" : "ends with the browser session";
        if (Lasts is { } lasts) yield return $"lasts {lasts}";
        if (Secure is { } secure) yield return secure ? "is Secure" : "is not Secure";
        if (HttpOnly is { } httpOnly) yield return httpOnly ? "is HttpOnly" : "is not HttpOnly";
        if (Site is { } site) yield return $"belongs to {site} only";
        if (Renewed is { } renewed) yield return renewed ? "was renewed" : "was not renewed";
    }
}

/// <summary>Demands that there is no such cookie in the browser's store.</summary>
public sealed record ExpectNoCookieStep(int Line, CookieName Cookie) : Step(Line)
{
    public override string Text(string profile) => $"{Cookie} does not exist";
}

/// <summary>Looks at the credential page last shown.</summary>
public sealed record ExpectPageStep(int Line, bool KeepMeSignedInOffered) : Step(Line)
{
    public override string Text(string profile) => $"the page {(KeepMeSignedInOffered ? "offers" : "does not offer")} keep me signed in";
}
