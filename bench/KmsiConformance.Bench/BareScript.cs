using System.Globalization;
using System.Text.RegularExpressions;
using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Browsers.Firefox;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Cookies;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.SignOut;
using KmsiConformance.Worlds;
using Microsoft.Playwright;

namespace KmsiConformance.Bench;

/// <summary>
/// The floor: what somebody would write with Playwright alone to make the same launches, restarts, clock moves and
/// navigations against the same servers. It waits until it is where it should be; it reads no cookies, takes no
/// pictures, records nothing and judges nothing.
/// </summary>
/// <param name="ready">The browser and clock that the harness uses too.</param>
internal sealed partial class BareScript(ReadyBrowser ready, ScenarioSuite suite, string profile, IPlaywright playwright)
{
    private const float LandingLimitMs = 20_000;

    private static readonly string[] Overtaken = ["interrupted", "ERR_ABORTED", "NS_BINDING_ABORTED", "ERR_HTTP_RESPONSE_CODE_FAILURE"];

    /// <summary>Plays a script in a world of its own.</summary>
    /// <exception cref="InvalidOperationException">It does not lead where it led when it was recorded.</exception>
    public async Task PlayAsync(Script script)
    {
        BrowserClock? clock = null;
        var servers = ready with
        {
            MakeClock = world => clock = ready.MakeClock(world),
            MakeBrowser = (_, _, _) => new NoBrowser(clock!.World),
        };
        var worlds = new WorldFactory(servers, new ReferenceTargetKind(suite.ReadingsOf(profile), null, suite.Folder),
            suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        await using var world = await worlds.CreateAsync(script.Scenario, _ => { }, CancellationToken.None);

        var folder = Directory.CreateTempSubdirectory("kmsi-bench-");
        var context = await LaunchAsync(playwright, ready, folder.FullName, clock!);
        var signOuts = new Queue<SignOutStep>(script.Scenario.Steps.OfType<SignOutStep>());
        try
        {
            foreach (var act in script.Acts)
            {
                var ahead = act.Offset - clock!.World.Offset;
                if (ahead > TimeSpan.Zero) await clock.MoveAsync([], ahead, CancellationToken.None);
                switch (act)
                {
                    case VisitAct visit:
                        await GoAsync(context.Pages[0], Address(visit, world, signOuts));
                        await LandAsync(context.Pages[0], Here(visit.Landing, world), script.Scenario.Id);
                        break;
                    case FillAct fill:
                        await FillAsync(context.Pages[0], fill, Codes(script.Scenario, world), world.Clock.GetUtcNow());
                        if (fill.Message is { } message) await context.Pages[0].WaitForSelectorAsync(message);
                        await LandAsync(context.Pages[0], Here(fill.Landing, world), script.Scenario.Id);
                        break;
                    case RestartAct:
                        await context.CloseAsync();
                        await GoneAsync(folder.FullName);
                        context = await LaunchAsync(playwright, ready, folder.FullName, clock);
                        break;
                }
            }
        }
        finally
        {
            await context.CloseAsync();
            await GoneAsync(folder.FullName);
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Starts a browser the way that anybody would.</summary>
    public static Task<IBrowserContext> LaunchAsync(IPlaywright playwright, ReadyBrowser ready, string folder, BrowserClock clock)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);
        foreach (var (name, value) in clock.Environment) environment[name] = value;
        var options = new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = ready.Browser.Executable!,
            Headless = true,
            IgnoreHTTPSErrors = true,
            Env = environment,
        };
        if (ready.Browser.Name == "firefox")
        {
            options.Channel = "moz-firefox";
            options.FirefoxUserPrefs = FirefoxLaunch.Settings(StartKind.Ordinary, ThirdPartyCookies.Allowed);
            return playwright.Firefox.LaunchPersistentContextAsync(folder, options);
        }

        options.Args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run", "--no-sandbox"];
        return playwright.Chromium.LaunchPersistentContextAsync(folder, options);
    }

    // The app is told beforehand how to ask for a sign-out; the address only refers to that.
    private static string Address(VisitAct visit, World world, Queue<SignOutStep> signOuts) =>
        signOuts.TryPeek(out var step)
            && new Uri(visit.Url).AbsolutePath == new Uri(world.App(step.App).SignOutPage(new SignOutRequest(step.Manner))).AbsolutePath
            ? world.App(signOuts.Dequeue().App).SignOutPage(new SignOutRequest(step.Manner))
            : Here(visit.Url, world);

    // Firefox says that it is closed before its processes have ended, and one started on top of that never comes up.
    private static async Task GoneAsync(string profile)
    {
        while (ProcessTree.OnProfile(profile) is not null) await RealTime.Delay(TimeSpan.FromMilliseconds(5));
    }

    private static async Task GoAsync(IPage page, string url)
    {
        try
        {
            await page.GotoAsync(url);
        }
        catch (PlaywrightException overtaken) when (Overtaken.Any(sign => overtaken.Message.Contains(sign, StringComparison.Ordinal)))
        {
            // The page left by itself before it had loaded, or there is nothing to show; where it leads is waited for.
        }
    }

    private static async Task FillAsync(IPage page, FillAct fill, Func<DateTimeOffset, IEnumerable<string>> codes, DateTimeOffset now)
    {
        foreach (var field in fill.Entry.Fields)
        {
            // A one-time code is of its moment.
            var which = codes(fill.At).ToList().IndexOf(field.Text);
            await page.FillAsync(ScriptRecorder.Visible(field.Control.Selectors), which < 0 ? field.Text : codes(now).ElementAt(which));
        }

        if (fill.Entry.Box is { } box) await page.SetCheckedAsync(ScriptRecorder.Visible(box.Control.Selectors), box.Ticked);
        await page.ClickAsync(ScriptRecorder.Visible(fill.Entry.Press.Selectors));
    }

    private static async Task LandAsync(IPage page, string landing, string scenario)
    {
        try
        {
            await page.WaitForURLAsync(url => Place(url) == Place(landing), new PageWaitForURLOptions { Timeout = LandingLimitMs });
        }
        catch (TimeoutException elsewhere)
        {
            throw new InvalidOperationException($"{scenario}: the bare script is at {Place(page.Url)} and should be at {Place(landing)}.",
                elsewhere);
        }
    }

    private static Func<DateTimeOffset, IEnumerable<string>> Codes(Scenario scenario, World world)
    {
        var users = scenario.Steps.OfType<SignInStep>().Select(step => step.User).Distinct(StringComparer.Ordinal)
            .Select(world.Target.User).ToList();
        return at => users.Where(user => user.OneTimeCode is not null).Select(user => user.OneTimeCode!(at));
    }

    // Sites have other ports in every world: those of the apps and providers one, the login endpoint another.
    private static string Here(string url, World world)
    {
        var login = new Uri("https://" + world.Target.LoginSites[0]);
        var apps = world.Apps.Select(app => new Uri(app.ProtectedPage(new AppVisit())))
            .First(page => page.Scheme == Uri.UriSchemeHttps).Port;
        return Origins().Replace(url, found => string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Groups["host"].Value}{found.Groups["colon"].Value}{(found.Groups["host"].Value == login.Host ? login.Port : apps)}"));
    }

    private static string Place(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Path) : url;

    [GeneratedRegex(@"(?<host>[a-z0-9-]+\.localhost)(?<colon>:|%(25)*3A)\d+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Origins();
}
