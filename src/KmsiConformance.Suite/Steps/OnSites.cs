using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.Accounts;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Suite.Steps.Devices;
using KmsiConformance.Suite.Steps.Forgeries;
using KmsiConformance.Suite.Steps.History;
using KmsiConformance.Suite.Steps.Pages;
using KmsiConformance.Suite.Steps.Restarts;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.SignOut;
using KmsiConformance.Suite.Steps.Tabs;
using KmsiConformance.Suite.Steps.Time;

namespace KmsiConformance.Suite.Steps;

/// <summary>What makes no sense where an app is a protected part of the login endpoint's own site, which speaks no protocol.</summary>
internal static class OnSites
{
    // The kinds that need no app of ours. Whatever is not here needs one, until somebody says that it does not.
    private static readonly HashSet<Type> Played =
    [
        typeof(SignInStep), typeof(OpenStep), typeof(SignOutStep), typeof(WaitStep), typeof(WaitUntilStep), typeof(ClockOffStep),
        typeof(AccountStep), typeof(ExpectSessionsStep), typeof(RestartBrowserStep),
        typeof(ClearCookiesStep), typeof(CopyCookieStep), typeof(DeleteCookieStep), typeof(ExpectCookieStep), typeof(ExpectNoCookieStep),
        typeof(PasteCookieStep), typeof(TamperCookieStep), typeof(ExpectPageStep), typeof(ExpectNoSessionStep), typeof(UseDeviceStep),
        typeof(UseTabStep), typeof(FillInStep),
        typeof(GoBackStep), typeof(ReloadStep), typeof(ForgeStep),
    ];

    /// <summary>Why a step cannot be played on a site; empty where it can, and in scenarios without one.</summary>
    public static IEnumerable<string> Misfits(Scenario scenario, Step step)
    {
        if (!scenario.Apps.Values.Any(app => app.IsSite)) yield break;
        if (!Played.Contains(step.GetType()))
            yield return "An app of the profile web is a part of the target's own site, which speaks no protocol: nothing of this kind "
                + "happens there. Leave the step out, or the profile.";
        if (step is CookieStep { Cookie.Role: CookieRoles.AppSession or CookieRoles.ProviderSession } named)
            yield return $"A site has no {named.Cookie.Role} cookie: its session is the login endpoint's own. Write 'role: sso'.";
        if (scenario.Apps.Values.Any(app => app.IsSite && (app.Session != AppRequest.Default.Session || app.Persistent)))
            yield return "A site has no session of an app to be long or short. Leave out 'session' and 'persistent', or the profile.";
        if (scenario.Apps.Values.Any(app => app.IsSite && (app.Rolling || app.Chunked || app.SameSite is not null)))
            yield return "A site has no cookie of an app's session. Leave out 'rolling', 'chunked' and 'same-site', or the profile.";
    }

    /// <summary>Why a visit or a sign-out cannot say what it says, at a site.</summary>
    /// <param name="given">Keys with their values; null for one that is not given.</param>
    /// <param name="said">Keys, and whether they are given.</param>
    public static IEnumerable<string> Asked(
        Scenario scenario, string app, IEnumerable<(string Key, string? Value)> given, params IEnumerable<(string Key, bool IsGiven)> said)
    {
        if (!IsSite(scenario, app)) yield break;
        foreach (var (key, _) in said.Concat(given.Select(one => (one.Key, IsGiven: one.Value is not null))).Where(one => one.IsGiven))
            yield return $"{app} is a site here, which takes no {key}: it speaks no protocol. Leave it out, or the profile.";
    }

    /// <summary>Why a step cannot say what only a site can answer.</summary>
    /// <param name="value">What is said; null where it is not.</param>
    /// <param name="elsewhere">What holds where a protocol is spoken.</param>
    public static IEnumerable<string> Alone(Scenario scenario, string app, string key, string? value, string elsewhere)
    {
        if (value is not null && !IsSite(scenario, app))
            yield return $"'{key}' is for sites that speak no protocol, and {app} is no such site here: {elsewhere}.";
    }

    private static bool IsSite(Scenario scenario, string app) => scenario.Apps.TryGetValue(app, out var known) && known.IsSite;
}
