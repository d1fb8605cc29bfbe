using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>A step about a cookie of the browser's store.</summary>
public abstract record CookieStep(StepPlace Place, CookieName Cookie) : Step(Place)
{
    public override IEnumerable<UsedName> Names => Used(
        (NameKind.CookieRole, Cookie.Role, "role"), (NameKind.App, Cookie.App, "app"), (NameKind.Provider, Cookie.Provider, "provider"));

    // Nothing that such an app does could ever set the cookie: that there is none would pass for lack of evidence.
    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (Cookie is { Role: CookieRoles.AppSession, App: { } owner }
            && scenario.Apps.TryGetValue(owner, out var app) && app.Kind is "spa" or "native")
        {
            yield return $"{owner} is an app of kind {app.Kind}, which keeps its session without a cookie: there is nothing to look at.";
        }
    }
}
