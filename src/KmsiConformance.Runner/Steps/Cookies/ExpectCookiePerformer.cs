using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Suite.Steps.Cookies;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Demands properties of a stored cookie.</summary>
internal sealed class ExpectCookiePerformer : LookingPerformer<ExpectCookieStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectCookieStep step, string profile)
    {
        var (role, owner) = (step.Cookie.Role, step.Cookie.Owner);
        yield return new CookieIsStored(role, owner);
        if (step.Persistent is { } persistent)
            yield return persistent ? new CookieIsPersistent(role, owner) : new CookieEndsWithTheBrowserSession(role, owner);
        if (step.Lasts is { } lasts) yield return new CookieLasts(role, owner, lasts.Evaluate(world.Settings), lasts.Text);
        if (step.Secure is { } secure) yield return new CookieIsSecure(role, owner, secure);
        if (step.HttpOnly is { } httpOnly) yield return new CookieIsHttpOnly(role, owner, httpOnly);
        if (step.Site is { } site) yield return new CookieBelongsToSite(role, owner, site);
        if (step.SameSite is { } sameSite) yield return new CookieIsSameSite(role, owner, sameSite);
        if (step.IsNew) yield return new CookieIsNewAtSignIn(role, owner);
        if (step.Renewed is { } renewed) yield return new CookieWasRenewed(role, owner, renewed);
    }
}
