using System.CommandLine;
using KmsiConformance.Clocks;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi probe</c>: looks whether a target is as its file says, or writes a first file; it judges nothing.</summary>
internal static class ProbeCommand
{
    public static Command Create()
    {
        var scenarios = CommonOptions.Scenarios();
        var path = CommonOptions.BrowserPath();
        var noInstall = CommonOptions.NoInstall();
        var yes = CommonOptions.Yes();
        var address = new Argument<string?>("ADDRESS")
        {
            Description = "What no target file describes: the issuer of a provider, its discovery document, or a page of a site that "
                + "speaks no protocol (its sign-in page, or one that needs a sign-in). A first file is written.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var target = new Option<string?>("--target") { Description = "The target file.", HelpName = "FILE" };
        var browser = new Option<string>("--browser") { Description = "The browser to look with.", DefaultValueFactory = _ => "chromium" }
            .AcceptOnlyFromAmong("chromium", "simulated");
        var command = new Command("probe", "Look whether a target is as its file says, before anything is judged, or write a first file.")
        {
            address, target, browser, path, noInstall, yes, scenarios,
        };
        var first = new ProbeAddress();
        foreach (var option in first.Options) command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            parsed.RefuseOtherBrowsers(parsed.GetValue(browser)!, path, null);
            var suite = SuiteLoader.Load(ScenariosFolder.Find(parsed.GetValue(scenarios)));
            var request = new PreflightRequest(
                parsed.GetValue(path), parsed.GetValue(noInstall), false, ClockMode.Auto, parsed.GetValue(browser)!);
            switch (parsed.GetValue(address), parsed.GetValue(target))
            {
                case ({ } named, null):
                    return Uri.TryCreate(named, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                        ? await first.RunAsync(parsed, url, parsed.GetValue(yes), request, suite, cancellation)
                        : throw new UserErrorException($"'{named}' is no address. Expected one such as https://login.example.com.");
                case (null, { } file) when !first.Given(parsed).Any():
                    return await LookAsync(file, parsed.GetValue(yes), request, suite, cancellation);
                case (null, not null):
                    throw new UserErrorException(
                        $"{string.Join(", ", first.Given(parsed))}: with --target the file says that. Leave it out, or give an ADDRESS.");
                default:
                    throw new UserErrorException("Expected an ADDRESS, for which a file is written, or --target FILE, and not both.");
            }
        });
        return command;
    }

    private static async Task<int> LookAsync(
        string named, bool yes, PreflightRequest request, ScenarioSuite suite, CancellationToken cancellation)
    {
        var file = TargetChoice.FileOf(named, suite)
            ?? throw new UserErrorException("The reference needs no probe: expected a target file with --target.");
        RealServiceQuestion.Ask(file, yes);
        var limit = file.Limits.Step ?? RunOptions.StandardStepLimit;
        await using var kind = TargetChoice.Choose(named, file, file.Profile, [], suite);
        var preflight = await PreflightStep.RunAsync(request, cancellation);
        await kind.PrepareAsync(null, Console.Error.WriteLine, cancellation);
        var worlds = preflight.Worlds(suite, kind, null, limit);
        await ProbeStep.RunAsync(file, worlds, limit, Console.Out, cancellation);
        return ExitCodes.Conformant;
    }
}
