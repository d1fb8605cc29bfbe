using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Suite.Steps.Cookies;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Demands properties of a stored cookie.</summary>
internal sealed class ExpectCookiePerformer : LookingPerformer<ExpectCookieStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectCookieStep step, string profile)
    {
        var meant = Meant(step.Cookie);
        if (step.IsAnotherAfterSignOut) yield return new CookieIsAnotherAfterSignOut(meant);
        else yield return new CookieIsStored(meant);
        if (step.Persistent is { } persistent)
            yield return persistent ? new CookieIsPersistent(meant) : new CookieEndsWithTheBrowserSession(meant);
        if (step.Lasts is { } lasts) yield return new CookieLasts(meant, lasts.Evaluate(world.Settings), lasts.Text);
        if (step.Secure is { } secure) yield return new CookieIsSecure(meant, secure);
        if (step.HttpOnly is { } httpOnly) yield return new CookieIsHttpOnly(meant, httpOnly);
        if (step.Site is { } site) yield return new CookieBelongsToSite(meant, site);
        if (step.SameSite is { } sameSite) yield return new CookieIsSameSite(meant, sameSite);
        if (step.Path is { } path) yield return new CookieHasPath(meant, path);
        if (step.Domain is { } domain) yield return new CookieHasDomain(meant, domain);
        if (step.Prefix is { } prefix) yield return new CookieHasPrefix(meant, prefix == "none" ? null : prefix);
        if (step.Partitioned is { } partitioned) yield return new CookieIsPartitioned(meant, partitioned);
        if (step.Count is { } count) yield return new CookiesAreSoMany(meant, count);
        if (step.IsTheSame) yield return new CookieIsTheSameSinceSignIn(meant);
        if (step.IsNew) yield return new CookieIsNewAtSignIn(meant);
        if (step.Renewed is { } renewed) yield return new CookieWasRenewed(meant, renewed);
    }

    /// <summary>What a scenario's name for a cookie means to checks.</summary>
    internal static MeantCookie Meant(CookieName cookie) => new(cookie.Role, cookie.Owner, cookie.Named);
}
