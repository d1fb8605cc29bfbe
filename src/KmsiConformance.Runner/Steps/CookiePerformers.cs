using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Checks.KeepMeSignedIn;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps;

/// <summary>Deletes an app's cookies, nothing else: what a careless sign-out does .</summary>
internal sealed class ForgetAppPerformer : StepPerformer<ForgetAppStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, ForgetAppStep step, string profile, CancellationToken cancellation)
    {
        foreach (var cookie in await world.Browser.CookiesAsync(cancellation))
        {
            if (world.Sites.OfHost(cookie.Domain) == step.App) await world.Browser.DeleteCookieAsync(cookie, cancellation);
        }

        return NoChecks;
    }
}

/// <summary>Deletes, falsifies, copies or puts back a cookie in the browser's store.</summary>
internal sealed class ChangeCookiePerformer : StepPerformer<ChangeCookieStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, ChangeCookieStep step, string profile, CancellationToken cancellation)
    {
        if (step.Action == "paste")
        {
            foreach (var copy in world.CopiesOf(step.Cookie))
            {
                // Whoever has stolen a value cares little for the expiry it came with.
                await world.Browser.SetCookieAsync(copy with { ExpiresAt = null }, cancellation);
            }

            return NoChecks;
        }

        var cookies = await world.CookiesOfAsync(step.Cookie, cancellation);
        if (cookies.Count == 0) throw new MissingEvidenceException($"there is no {step.Cookie.Role} cookie in the browser to {step.Action}");
        foreach (var cookie in cookies)
        {
            switch (step.Action)
            {
                case "copy": world.KeepCopy(step.Cookie, cookies); break;
                case "delete": await world.Browser.DeleteCookieAsync(cookie, cancellation); break;
                case "tamper": await world.Browser.SetCookieAsync(cookie with { Value = Falsified(cookie.Value) }, cancellation); break;
                default: throw new ScenarioException($"Nothing is known about how to {step.Action} a cookie.");
            }
        }

        return NoChecks;
    }

    // One character in the middle becomes another of the same kind: length and alphabet stay, so that only the value is wrong.
    private static string Falsified(string value)
    {
        var at = value.Length / 2;
        var other = value[at] == 'A' ? 'B' : 'A';
        return value[..at] + other + value[(at + 1)..];
    }
}

/// <summary>Demands properties of a stored cookie.</summary>
internal sealed class ExpectCookiePerformer : StepPerformer<ExpectCookieStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectCookieStep step, string profile, CancellationToken cancellation)
    {
        var (role, app) = step.Cookie;
        var checks = new List<Check> { new CookieIsStored(role, app) };
        if (step.Persistent is { } persistent) checks.Add(persistent ? new CookieIsPersistent(role, app) : new CookieEndsWithTheBrowserSession(role, app));
        if (step.Lasts is { } lasts) checks.Add(new CookieLasts(role, app, lasts.Evaluate(world.Settings), lasts.Text));
        if (step.Secure is { } secure) checks.Add(new CookieIsSecure(role, app, secure));
        if (step.HttpOnly is { } httpOnly) checks.Add(new CookieIsHttpOnly(role, app, httpOnly));
        if (step.Site is { } site) checks.Add(new CookieBelongsToSite(role, app, site));
        if (step.Renewed is { } renewed) checks.Add(new CookieWasRenewed(role, app, renewed));
        return Task.FromResult<IReadOnlyList<Check>>(checks);
    }
}

/// <summary>Demands that there is no such cookie.</summary>
internal sealed class ExpectNoCookiePerformer : StepPerformer<ExpectNoCookieStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectNoCookieStep step, string profile, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Check>>([new NoSuchCookie(step.Cookie.Role, step.Cookie.App)]);
}

/// <summary>Looks at the credential page last shown.</summary>
internal sealed class ExpectPagePerformer : StepPerformer<ExpectPageStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectPageStep step, string profile, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Check>>([new BoxIsOffered(step.KeepMeSignedInOffered)]);
}
