using System.CommandLine;
using System.CommandLine.Parsing;
using KmsiConformance.Browsers;
using KmsiConformance.Cli.Output;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Clocks;
using KmsiConformance.Probing;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Worlds;
using Spectre.Console;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi recipe try</c>: what a recipe finds on a page, as a table and a picture.</summary>
internal static class RecipeCommand
{
    public static Command Create()
    {
        var address = new Argument<Uri>("ADDRESS")
        {
            Description = "The page: the whole address with which a browser gets there.",
            CustomParser = Address,
        };
        var scenarios = CommonOptions.Scenarios();
        var path = CommonOptions.BrowserPath();
        var firefox = CommonOptions.FirefoxPath();
        var noInstall = CommonOptions.NoInstall();
        var recipe = new Option<string>("--recipe")
        {
            Description = "The recipe: a name, or a file of your own.", HelpName = "RECIPE", DefaultValueFactory = _ => "generic",
        };
        var browser = new Option<string>("--browser") { Description = "The browser to look with.", DefaultValueFactory = _ => "chromium" }
            .AcceptOnlyFromAmong("chromium", "firefox", "simulated");
        var output = new Option<string?>("--out")
        {
            Description = "Where to write the page with the finds outlined.", HelpName = "FILE.png",
        };
        var hosts = new Option<string[]>("--host")
        {
            Description = "A further host from which the page may load, such as one for fonts. May be given several times.",
            HelpName = "HOST",
            AllowMultipleArgumentsPerToken = false,
        };
        var attempt = new Command("try", "Open a page, type nothing, and show what each key of a recipe finds there.")
        {
            address, recipe, browser, output, hosts, path, firefox, noInstall, scenarios,
        };
        attempt.SetAction(async (parsed, cancellation) =>
        {
            var suite = SuiteLoader.Load(ScenariosFolder.Find(parsed.GetValue(scenarios)));
            var name = parsed.GetValue(browser)!;
            parsed.RefuseOtherBrowsers(name, path, firefox);
            if (name == "simulated" && parsed.GetValue(output) is not null)
                throw new UserErrorException("--out: the simulated browser draws nothing. Leave it out, or take another browser.");
            var request = new PreflightRequest(
                parsed.GetValue(name == "firefox" ? firefox : path), parsed.GetValue(noInstall), false, ClockMode.Real, name)
            {
                Sockets = true,
            };
            var asked = parsed.GetValue(address)!;
            var trial = await TryAsync(
                request, RecipeChoice.Of(parsed.GetValue(recipe)!, suite), asked, [asked.IdnHost, .. parsed.GetValue(hosts) ?? []],
                cancellation);
            if (parsed.GetValue(output) is { } file) await File.WriteAllBytesAsync(file, trial.Picture!, cancellation);
            Print(trial);
            if (trial.WhyNot is null && trial.LacksBox)
            {
                Console.Error.WriteLine(
                    $"The page “{Title(trial)}” can be signed in to, and no box is found there that keeps somebody signed in. If it "
                    + "has one, name it in a recipe of your own: 'extends: generic', and 'keep-me-signed-in' with its selector "
                    + "(docs/recipes.md).");
                return ExitCodes.NotConformant;
            }

            return trial.WhyNot is { } why ? throw new UserErrorException(
                $"The page “{Title(trial)}” is not recognised as a sign-in page: {why}. If it is one, name its parts in a recipe of "
                + "your own: 'extends: generic', and 'user-name', 'password' and 'submit' with selectors (docs/recipes.md).")
                : ExitCodes.Conformant;
        });
        return new Command("recipe", "See how a product's pages are operated.") { attempt };
    }

    private static async Task<RecipeTrial> TryAsync(
        PreflightRequest request, Recipe recipe, Uri address, IReadOnlyList<string> hosts, CancellationToken cancellation)
    {
        var ready = await Preflight.FindAsync(request, Console.Error.WriteLine, cancellation);
        using var clock = ready.MakeClock(new WorldClock());
        await using var browser = ready.MakeBrowser(clock, _ => { }, new BrowserConditions { OnlyHosts = hosts });
        await browser.StartAsync(cancellation);
        try
        {
            return await RecipeTrial.OfAsync(browser, recipe, address.AbsoluteUri, RunOptions.StandardStepLimit, cancellation);
        }
        catch (Exception unseen) when (unseen is SiteUnreachableException or TimeoutException)
        {
            throw new UserErrorException(
                $"{unseen.Message} Only {string.Join(", ", hosts)} and this machine are visited; --host allows more.");
        }
    }

    private static void Print(RecipeTrial trial)
    {
        Terminal.Console.WriteLine($"“{Title(trial)}”{(trial.Page.Status > 0 ? $", HTTP {trial.Page.Status}" : "")}");
        var table = new Table().Border(Terminal.IsLive ? TableBorder.Rounded : TableBorder.Ascii)
            .AddColumns("key", "element", "label or text", "why");
        foreach (var found in trial.Found)
            table.AddRow(
                new Text(found.Control.RecipeKey!), new Text(Short(found.Element)), new Text(Short(found.Text)),
                new Text(found.Why.Length > 0 ? found.Why : $"it fits {found.By}"));
        Terminal.Console.Write(table);
        Terminal.Console.WriteLine($"Not found: {string.Join(", ", trial.Missing)}");
    }

    private static string Title(RecipeTrial trial) => SafeText.OneLine(trial.Page.Title);

    private static string Short(string text) => text.Length > 120 ? $"{text[..119]}…" : text;

    // Throwing here would be shown as a failure of the program.
    private static Uri? Address(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        result.AddError($"'{text}' is no address of a page. Expected the whole of it, such as https://login.example.com/sign-in.");
        return null;
    }
}
