using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Accounts;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Suite.Steps.OpenId;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.SignOut;
using KmsiConformance.Suite.Steps.SingleSignOut;
using KmsiConformance.Suite.Steps.Time;

namespace KmsiConformance.Targets.Files;

/// <summary>Whether a scenario can be played at a target that is as its file says, and cannot be made otherwise.</summary>
internal static class Fitness
{
    /// <summary>Why not, in a sentence; null when it can.</summary>
    public static string? WhyNot(TargetFile target, Scenario scenario) =>
        Reasons(target, scenario).FirstOrDefault() is { } reason ? $"The scenario {reason}." : null;

    private static IEnumerable<string> Reasons(TargetFile target, Scenario scenario)
    {
        if (scenario.Policy.File is { } file) yield return $"plays the policy file {file}, which this target cannot be given";
        foreach (var need in scenario.Needs.Select(need => need.WhyNot(target.Policy, target.Profile)).OfType<string>())
            yield return need;
        if (scenario.Policy.Tenant != TenantRequest.Default)
            yield return $"needs settings of a tenant ({scenario.Policy.Tenant}), which this target cannot be given";
        if (scenario.Policy.Site != SiteRequest.Default)
            yield return $"needs a session that comes in {scenario.Policy.Site.Cookies} cookies, which this target cannot be told to do";
        if (scenario.Providers.Count > 0)
            yield return $"needs the identity provider {scenario.Providers.Keys.First()}, of which this target cannot be told";
        foreach (var reason in scenario.Steps.SelectMany(step => step.Names).Select(name => Unknown(target, name)).OfType<string>())
            yield return reason;
        foreach (var app in UsedApps(scenario))
        {
            if (AppReason(app.Key, app.Value, target.Apps.GetValueOrDefault(app.Key)) is { } reason) yield return reason;
        }

        if (target.Policy.HasOneSession && OneSession.Reason(scenario) is { } many) yield return many;
        if (Outlasting.Reason(target.Policy, target.Profile, scenario) is { } maximum) yield return maximum;
        foreach (var step in scenario.Steps)
        {
            foreach (var setting in target.Policy.Unsaid.Where(setting => Names(step, setting)))
                yield return $"counts by {setting}, and the target promises nothing of it";
            if (step is ExpectCookieStep { Secure: true } or ExpectCookieStep { Prefix: not (null or "none") }
                && target.Site?.StartsWith("http:", StringComparison.Ordinal) == true)
                yield return "needs a site that is visited over TLS, and its address begins with http";
            if (SiteReason(target, step) is { } part) yield return part;
            if (step is SignOutStep { Manner.ReturnTo: "with-query" } queried)
                yield return $"needs a post-logout address of {queried.App} that has a query, and this target registers one without";
            if (step is SignOutStep { Manner.ReturnTo: "path-case" or "encoded-path" } signOut
                && target.Apps.GetValueOrDefault(signOut.App) is { } asked && !asked.SignedOut.Any(char.IsAsciiLetterLower))
                yield return $"needs a post-logout address of {signOut.App} that can be written otherwise, and {asked.SignedOut} cannot";
            if (step is ExpectNotifiedStep { App: { } told } && scenario.Apps[told].LogoutUrl == "none"
                && target.Apps.GetValueOrDefault(told) is { IsTold: true })
                yield return $"needs {told} not to be told of sign-outs in the browser, and it is registered to be";
            if (step is ExpectCookieStep { Secure: true, Cookie.Role: CookieRoles.Session }
                    or ExpectCookieStep { Prefix: not (null or "none"), Cookie.Role: CookieRoles.Session }
                && target.Address.StartsWith("http:", StringComparison.Ordinal))
                yield return "looks whether the session cookie is kept to TLS, and this target is spoken to without";
            if (step is ClockOffStep clocks && clocks.Concerns(ClockOwners.Server))
                yield return "puts the login endpoint's clock off, and nobody here can do that to this target";
            if (step is AccountStep account && !target.AccountEvents.ContainsKey(account.What))
                yield return $"needs an account to be {account.What}, and the target file does not say how (account-events)";
            if (AccountPages.Reason(target, step) is { } unknown) yield return unknown;
            if (step is ExpectLogStep) yield return "reads a sign-in log, and this target has none that can be read";
            foreach (var what in Parts(step, scenario).Where(target.Absent.ContainsKey))
                yield return $"needs {what}, which this target does not have: {target.Absent[what]}";
        }
    }

    private static bool Names(Step step, string setting) => step switch
    {
        WaitStep wait => wait.Duration.Names(setting),
        WaitUntilStep until => until.Moment.Names(setting),
        SignInStep { After: { } after } => after.Names(setting),
        ExpectCookieStep { Lasts: { } lasts } => lasts.Names(setting),
        ClockOffStep off => off.Clocks.Any(clock => clock.Error.By?.Names(setting) == true),
        _ => false,
    };

    private static string? SiteReason(TargetFile target, Step step) => step switch
    {
        SignInStep { ReturnTo: not null } signIn when target.Apps.GetValueOrDefault(signIn.App)?.OnSite?.ReturnParameter is null =>
            $"needs a return address to be told to the sign-in page of {signIn.App} (return-parameter)",
        SignInStep { Directly: true } signIn when target.Apps.GetValueOrDefault(signIn.App)?.OnSite?.SignIn is null =>
            $"opens the sign-in page of {signIn.App} itself, and nothing says where that is (sign-in)",
        OpenStep { As: not null } when target.Recipe.Signs.GetValueOrDefault("signed-in-as", []).Count == 0 =>
            "needs to see who is signed in, and the recipe does not say what names the user (signed-in-as)",
        _ => null,
    };

    private static string? Unknown(TargetFile target, UsedName name) => name.Kind switch
    {
        NameKind.User when !target.Users.ContainsKey(name.Name) => $"needs a user '{name.Name}', and the target file names none",
        NameKind.CookieRole when !IsKnown(target, name.Name) =>
            $"looks at the cookie {name.Name}, and the recipe of this target names none",
        NameKind.Policy when name.Name == UsedName.OtherPolicy => "needs a second policy, which this target does not have",
        _ => null,
    };

    // What is about the session, and about apps and providers of ours, every recipe knows or nobody can be judged.
    private static bool IsKnown(TargetFile target, string role) =>
        role is CookieRoles.Session or CookieRoles.AppSession or CookieRoles.ProviderSession || target.Recipe.Cookies.ContainsKey(role);

    // The standard two stand in every scenario, also in those that use one of them.
    private static IEnumerable<KeyValuePair<string, AppRequest>> UsedApps(Scenario scenario)
    {
        var named = scenario.Steps.SelectMany(step => step.Names).Where(name => name.Kind == NameKind.App).Select(name => name.Name)
            .ToHashSet(StringComparer.Ordinal);
        return scenario.Apps.Where(app => named.Contains(app.Key) || !AppRequest.StandardNames.Contains(app.Key));
    }

    private static string? AppReason(string name, AppRequest asked, DeclaredApp? app)
    {
        if (app is null) return $"needs an app '{name}', and the target file names none";
        if (asked.Kind != app.Kind) return $"needs {name} to be an app of kind {asked.Kind}, it is registered as {app.Kind}";
        if (asked.LogoutUrl == "with-query")
            return $"needs a LogoutUrl of {name} that has a query, and this target registers one without";
        if (asked.LogoutUrl != "none" && !app.IsTold)
            return $"needs {name} to be told of sign-outs in the browser ({(app.IsSaml ? "single-logout" : "front-channel")})";
        if (asked.BackChannel && app.BackChannel is null) return $"needs {name} to be told of sign-outs by the server (back-channel)";
        if (asked.Confidential && app.ClientSecret is null) return $"needs {name} to have a secret (client-secret)";
        if (asked.OfflineAccess && !app.OfflineAccess) return $"needs {name} to have refresh tokens (offline-access)";
        var isPlayed = asked.Kind is "native" or "saml" or AppRequest.Site
            ? asked.ResponseMode == AppRequest.Default.ResponseMode
            : app.ResponseModes.Contains(asked.ResponseMode);
        return isPlayed ? null : $"needs {name} to be answered by {asked.ResponseMode}";
    }

    private static IEnumerable<string> Parts(Step step, Scenario scenario)
    {
        switch (step)
        {
            case OpenStep open:
                if (open.Prompt is not null) yield return "prompt";
                if (open.MaxAge is not null) yield return "max-age";
                if (open.RefusesConsent) yield return "consent";
                if (open.ByForm && scenario.Apps.TryGetValue(open.App, out var app) && app.Kind == "saml") yield return "posted-requests";
                if (open is { Signature: "none" or "other-key", RedirectUri: null }) yield return "signed-requests";
                break;
            case SignInStep signIn:
                if (signIn.Prompt is not null) yield return "prompt";
                if (signIn.MaxAge is not null) yield return "max-age";
                if (signIn.RefusesConsent) yield return "consent";
                if (signIn.Prompt == "select_account") yield return "account-choice";
                break;
            case SignOutStep:
                yield return "sign-out";
                break;
            case ExpectSessionStateStep:
                yield return "session-state";
                break;
        }
    }
}
