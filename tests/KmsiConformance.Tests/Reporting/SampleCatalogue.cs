using KmsiConformance.Ledger;

namespace KmsiConformance.Tests.Reporting;

/// <summary>A run with every verdict in it, and a journey of 90 days.</summary>
internal static class SampleCatalogue
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static SampleRun Write(string? path = null, Action<SampleRun>? add = null)
    {
        var run = new SampleRun(path);
        run.Notes.Add("The preload library could not be compiled (no compiler found); libfaketime moved the clock instead.");
        TickedEndsOnTheDay(run);
        ForgetsTheBox(run);
        NinetyDays(run);
        SignOut(run);
        BrokenHarness(run);
        UnknownPage(run);
        var other = run.Add("lifetime/unset-expiry-type", "An unset SessionExpiryType behaves as Rolling", "R-061");
        other.Reason = "The profile b2c-2020-12 says nothing about an unset SessionExpiryType.";
        other.Step("Sign in to groceries as alice", () => { }, Verdict.Inapplicable);
        var recommended = run.Add("sign-out/page-title", "The signed-out page has a title", "R-062");
        recommended.SignIn("groceries", keep: true, lasts: Week).Step("Look at the signed-out page",
            () => recommended.Picture("The page after signing out"), Verdict.Warning, "a title", "no title");
        add?.Invoke(run);
        return run.Written();
    }

    public static void TickedEndsOnTheDay(SampleRun run) =>
        run.Add("lifetime/ticked-ends-on-the-day", "A ticked box outlives the short session, up to the last minute", "R-050", "R-041")
            .SignIn("groceries", keep: true, lasts: Week)
            .Wait(TimeSpan.FromMinutes(21), "session + 1 minute")
            .Restart()
            .Open("groceries", "silent")
            .Open("pharmacy", "silent")
            .Wait(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(22), "until sign-in + keep-alive - 1 minute")
            .Restart("crash")
            .Open("groceries", "silent")
            .Wait(TimeSpan.FromMinutes(2), "2 minutes")
            .Open("groceries", "prompt");

    public static void ForgetsTheBox(SampleRun run)
    {
        var scenario = run.Add("lifetime/ticked-survives-a-restart", "A ticked box survives closing the browser", "R-050", "R-042");
        scenario.Reason = "KeepAliveInDays is 7, but the sign-in did not outlive the browser: its cookie had no expiry.";
        scenario.Attempts = 2;
        scenario.SignIn("groceries", keep: true, lasts: null)
            .Step("Expect a cookie: sso, Secure, HttpOnly", () => { }, expected: "an sso cookie that is Secure and HttpOnly",
                actual: "an sso cookie that is Secure and HttpOnly")
            .Wait(TimeSpan.FromMinutes(21), "session + 1 minute")
            .Restart();
        scenario.Step("Open groceries", () =>
        {
            scenario.Append(new AppVisited("groceries", HasSession: false));
            scenario.Append(new PageShown("https://login.localhost:8443/signin", "login", "credentials", "Sign in", true, null));
            scenario.Observe("groceries", "prompt", "the credential page of the login service was shown");
            scenario.Picture("The credential page that should not have been there");
        }, Verdict.Failed, "silent: a fresh code without a credential page", "prompt: the credential page of login.localhost was shown");
        scenario.Skipped("Wait until sign-in + keep-alive + 1 minute").Skipped("Open groceries");
    }

    public static void NinetyDays(SampleRun run)
    {
        var scenario = run.Add("lifetime/rolling-ninety-days", "A rolling session lives on as long as it is used every day", "R-051");
        scenario.SignIn("groceries", keep: true, lasts: Week);
        for (var day = 0; day < 90; day++)
            scenario.Wait(TimeSpan.FromDays(1), "1 day").Open("groceries", "silent", renew: Week);
        scenario.Wait(Week + TimeSpan.FromMinutes(1), "keep-alive + 1 minute").Open("groceries", "prompt");
    }

    private static void SignOut(SampleRun run)
    {
        var scenario = run.Add("sign-out/every-app-is-notified", "Signing out of one app ends the session of every visited app",
            "R-070", "R-071");
        scenario.SignIn("groceries", keep: false, lasts: null).Open("pharmacy", "silent");
        scenario.Step("Sign out of groceries", () =>
        {
            scenario.Append(new AppSessionEnded("groceries", "sign-out"));
            scenario.Cookie("gone", "login", "sso", "x-ms-cpim-sso:contoso", null);
            scenario.Cookie("gone", "groceries", "app-session", "groceries.session", null);
            scenario.Append(new AppSessionEnded("pharmacy", "notified"));
            scenario.Cookie("gone", "pharmacy", "app-session", "pharmacy.session", null);
        }, expected: "signed out", actual: "signed out");
        scenario.Wait(TimeSpan.FromMinutes(2), "2 minutes").Open("pharmacy", "prompt");
    }

    private static void BrokenHarness(SampleRun run)
    {
        var scenario = run.Add("sign-out/hint-required", "Sign-out without an id_token_hint is refused when one is required", "R-072");
        scenario.Reason = "The browser did not start again within 30 s.";
        scenario.SignIn("groceries", keep: false, lasts: null);
        scenario.Step("Restart the browser (crash)",
            () => scenario.Append(new HarnessFault("The browser did not start again within 30 s; see kmsi doctor.")), Verdict.Error);
    }

    private static void UnknownPage(SampleRun run)
    {
        var scenario = run.Add("sign-out/returns-to-the-app", "Sign-out brings the browser back to the app", "R-073");
        scenario.Reason = "The recipe does not recognise the page after sign-out.";
        scenario.SignIn("groceries", keep: false, lasts: null).Open("groceries", "app-session").Open("groceries", "rejected")
            .Open("groceries", "error");
        scenario.Step("Sign out of groceries", () => scenario.Observe("groceries", "unknown", "the page is not known to the recipe"),
            Verdict.CantTell, "signed out", "a page that the recipe does not know");
    }
}
