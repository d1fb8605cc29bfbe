using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;
using KmsiConformance.Worlds.Apps;
using KmsiConformance.Worlds.Clocks;
using KmsiConformance.Worlds.Targets;
using Microsoft.Playwright;

namespace KmsiConformance.Bench;

/// <summary>
/// The floor: what somebody would write with Playwright alone to make the same launches, restarts, clock moves and
/// navigations against the same servers. It looks at nothing, records nothing and judges nothing.
/// </summary>
/// <param name="ready">The browser and clock that the harness uses too.</param>
internal sealed class BareScript(ReadyBrowser ready, ScenarioSuite suite, string profile, IPlaywright playwright)
{
    /// <summary>Whether it can play a scenario: local accounts, web apps and ordinary restarts. Its floor is for those.</summary>
    public static bool Plays(Scenario scenario) =>
        scenario.ThirdPartyCookies is null && scenario.Providers.Count == 0
        && scenario.Apps.Values.All(app => app.Kind == "web" && app.LogoutUrl == "none")
        && scenario.Steps.All(step => step is SignInStep or OpenStep or WaitStep or WaitUntilStep or ExpectCookieStep or ExpectNoCookieStep or ExpectPageStep
            or RestartBrowserStep { Kind: RestartKind.Quit });

    /// <summary>Plays a scenario's actions.</summary>
    public async Task PlayAsync(Scenario scenario)
    {
        BrowserClock? clock = null;
        var servers = ready with
        {
            MakeClock = world => clock = ready.MakeClock(world),
            MakeBrowser = (_, _, _) => new NoBrowser(clock!.World),
        };
        if (scenario.RealTime) clock = new RealBrowserClock(new WorldClock());
        var target = new ReferenceTargetKind(profile, null, suite.Folder);
        var worlds = new WorldFactory(servers, target, suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        await using var world = await worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);

        var folder = Directory.CreateTempSubdirectory("kmsi-bench-");
        var context = await LaunchAsync(folder.FullName, clock!);
        try
        {
            foreach (var step in scenario.Steps) context = await StepAsync(step, scenario, world, clock!, context, folder.FullName);
        }
        finally
        {
            await context.CloseAsync();
            folder.Delete(recursive: true);
        }
    }

    private async Task<IBrowserContext> StepAsync(Step step, Scenario scenario, World world, BrowserClock clock, IBrowserContext context, string folder)
    {
        var page = context.Pages[0];
        switch (step)
        {
            case SignInStep signIn:
                await page.GotoAsync(world.App(signIn.App).ProtectedPage(new AppVisit(OtherPolicy: signIn.OtherPolicy)));
                await SubmitAsync(page, world.Target.User(signIn.User), signIn);
                world.SignedInAt = world.Clock.GetUtcNow();
                break;
            case OpenStep open:
                await page.GotoAsync(world.App(open.App).ProtectedPage(new AppVisit(open.Prompt, open.MaxAge, open.ByLink, open.OtherPolicy)));
                break;
            case SignOutStep signOut:
                await page.GotoAsync(world.App(signOut.App).SignOutPage(new SignOutRequest(signOut.Manner)));
                break;
            case WaitStep wait:
                await clock.MoveAsync(null, wait.Duration.Evaluate(world.Settings), CancellationToken.None);
                break;
            case WaitUntilStep until:
                await clock.MoveAsync(null, until.Moment.Evaluate(world.Settings, world.Start, world.SignedInAt) - world.Clock.GetUtcNow(), CancellationToken.None);
                break;
            case RestartBrowserStep:
                await context.CloseAsync();
                return await LaunchAsync(folder, clock);
        }

        return context;
    }

    private static async Task SubmitAsync(IPage page, TargetUser user, SignInStep step)
    {
        await page.FillAsync("#signInName", user.UserName);
        await page.FillAsync("#password", step.WrongPassword ? "wrong" : user.Password);
        if (step.KeepMeSignedIn == true) await page.CheckAsync("#rememberMe");
        await page.ClickAsync("#next");
        if (step.WrongPassword) await page.WaitForSelectorAsync(".error.pageLevel p:visible");
        else await page.WaitForSelectorAsync("meta[name=kmsi-page]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
    }

    private Task<IBrowserContext> LaunchAsync(string folder, BrowserClock clock) => LaunchAsync(playwright, ready.Browser.Executable!, folder, clock);

    /// <summary>Starts a Chromium the way that anybody would.</summary>
    public static Task<IBrowserContext> LaunchAsync(IPlaywright playwright, string executable, string folder, BrowserClock clock)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);
        foreach (var (name, value) in clock.Environment) environment[name] = value;
        return playwright.Chromium.LaunchPersistentContextAsync(folder, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = executable,
            Headless = true,
            IgnoreHTTPSErrors = true,
            Env = environment,
            Args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--no-sandbox"],
        });
    }
}
