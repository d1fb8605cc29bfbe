using System.Globalization;
using KmsiConformance.Exploring.Journeys;
using KmsiConformance.Model;

namespace KmsiConformance.Exploring.Writing;

/// <summary>Acts and looks as steps of a scenario.</summary>
internal static class StepText
{
    private static readonly IReadOnlyList<string> Nothing = [];

    /// <summary>The steps of an act, each with the requirements from which its expectation follows.</summary>
    public static IEnumerable<(string Line, IReadOnlyList<string> Because)> Of(Journey journey, Played played)
    {
        if (played is { Act: Visit { Answer: Answer.SecondTry } visit, Foreseen.Outcome: Outcome.SignedIn })
            yield return (FirstTry(journey.Ground, visit), played.Foreseen.Because);
        yield return (Act(journey, played), played.Foreseen.Because);
        foreach (var look in played.Foreseen.Looks) yield return (Look(journey.Ground, look), look.Because);
    }

    private static string Act(Journey journey, Played played) => played.Act switch
    {
        Visit visit => Visit(journey.Ground, visit, played.Foreseen.Outcome!.Value),
        UseDevice use => $"use-device: {use.Device}",
        SignInAtProvider signIn => $"sign-in-at: {{ provider: {journey.Ground.Cast.Provider}, user: {signIn.User} }}",
        Wait wait => $"wait: {Duration.Of(wait.Time)}",
        Restart restart => $"restart-browser: {Kind(restart.Kind)}",
        SignOut { ReturnTo: { } elsewhere } signOut => $"sign-out: {{ app: {signOut.App}, return-to: {elsewhere} }}\n    expect: "
            + (journey.Documents.Settings.RequiresHint ? "refused" : "no-redirect"),
        SignOut { Confirmed: { } yes } signOut => $"sign-out: {{ app: {signOut.App}, hint: none{Posted(signOut)}"
            + (yes ? ", confirm: \"yes\" }" : " }\n    expect: asked"),
        SignOut signOut => $"sign-out: {signOut.App}",
        Refresh refresh => $"refresh: {refresh.App}",
        TouchCookies { Deed: CookieDeed.ForgetProvider } => $"forget-app: {journey.Ground.Cast.Provider}",
        TouchCookies touch => Touch(touch),
        var act => throw new ArgumentException($"No step says {act}.", nameof(played)),
    };

    private static string Posted(SignOut signOut) => signOut.ByForm ? ", method: post" : "";

    private static string Visit(Ground ground, Visit visit, Outcome outcome)
    {
        List<string> keys = [];
        if (outcome is Outcome.SignedIn or Outcome.Rejected) keys.Add($"user: {visit.User}");
        keys.Add($"app: {visit.App}");
        if (visit.AtProvider) keys.Add($"with: {ground.Cast.Provider}");
        if (visit.UnderOtherPolicy) keys.Add("policy: other");
        if (visit.Prompt is { } prompt) keys.Add($"prompt: {prompt}");
        if (outcome is not (Outcome.SignedIn or Outcome.Rejected))
        {
            if (visit.ByForm) keys.Add("via: form");
            if (visit.SendsHint) keys.Add("hint: last");
            if (visit.MaxAge is { } age) keys.Add(string.Create(CultureInfo.InvariantCulture, $"max-age: {age.TotalSeconds:0}"));
            return $"open: {{ {string.Join(", ", keys)} }}\n    expect: {Word(outcome)}";
        }

        if (outcome == Outcome.Rejected) return $"sign-in: {{ {string.Join(", ", keys)}, password: wrong }}\n    expect: rejected";
        if (visit.Keep is { } keep)
            keys.Add(ground.AsksOnPageOfItsOwn
                ? $"stay-signed-in: \"{(keep ? "yes" : "no")}\""
                : $"keep-me-signed-in: {(keep ? "true" : "false")}");
        return $"{(visit.Answer == Answer.SecondTry ? "fill-in" : "sign-in")}: {{ {string.Join(", ", keys)} }}";
    }

    // Its box is set the other way.
    private static string FirstTry(Ground ground, Visit visit) => Visit(
        ground, visit with { Answer = Answer.Credentials, Keep = !visit.Keep }, Outcome.SignedIn).Replace(
            " }", ", password: wrong }\n    expect: rejected", StringComparison.Ordinal);

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Prompt => "prompt",
        Outcome.Silent => "silent",
        Outcome.AppSession => "app-session",
        Outcome.SilentAtProvider => "silent-at-provider",
        Outcome.PromptAtProvider => "prompt-at-provider",
        Outcome.NobodySignedIn => "nobody-signed-in",
        _ => "{ error: any }",
    };

    private static string Kind(RestartKind kind) => kind switch
    {
        RestartKind.Quit => "quit",
        RestartKind.Crash => "crash",
        RestartKind.RestoreSession => "restore-session",
        _ => "private-window",
    };

    private static string Touch(TouchCookies touch) => touch.Deed switch
    {
        CookieDeed.ForgetApp => $"forget-app: {touch.App}",
        CookieDeed.ClearAll => "clear-cookies: all",
        CookieDeed.DeleteSession => "delete-cookie: { role: sso }",
        CookieDeed.AlterSession => "tamper-cookie: { role: sso }",
        CookieDeed.CopySession => "copy-cookie: { role: sso }",
        _ => "paste-cookie: { role: sso }",
    };

    private static string Look(Ground ground, Look look) => look switch
    {
        LookAtAsked asked => string.Create(
            CultureInfo.InvariantCulture, $"expect-asked: {{ provider: {ground.Cast.Provider}, for: sign-in, times: {asked.Times} }}"),
        LookAtFactor => "expect-page: { second-factor: asked }",
        LookAtCookie { Persistent: true } => "expect-cookie: { role: sso, persistent: true, lasts: keep-alive }",
        LookAtCookie => "expect-cookie: { role: sso, persistent: false }",
        LookAtRenewal renewal => $"expect-cookie: {{ role: sso, renewed: {(renewal.Renewed ? "true" : "false")} }}",
        LookAtUser user => $"expect-token: {{ app: {user.App}, user: {user.User} }}",
        LookAtAuthTime time => $"expect-token: {{ app: {time.App}, auth-time: sign-in }}",
        LookAtNotice notice => $"expect-notified: {{ app: {notice.App}, times: {(notice.Told ? 1 : 0)} }}",
        _ => throw new ArgumentException($"No step looks at {look}.", nameof(look)),
    };
}
