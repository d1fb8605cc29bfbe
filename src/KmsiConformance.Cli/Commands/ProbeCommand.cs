using System.CommandLine;
using KmsiConformance.Clocks;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi probe</c>: looks whether a target is as its file says, and judges nothing.</summary>
internal static class ProbeCommand
{
    public static Command Create()
    {
        var scenarios = CommonOptions.Scenarios();
        var path = CommonOptions.BrowserPath();
        var noInstall = CommonOptions.NoInstall();
        var yes = CommonOptions.Yes();
        var target = new Option<string>("--target") { Description = "The target file.", HelpName = "FILE", Required = true };
        var browser = new Option<string>("--browser") { Description = "The browser to look with.", DefaultValueFactory = _ => "chromium" }
            .AcceptOnlyFromAmong("chromium", "simulated");
        var command = new Command("probe", "Look whether a target is as its file says, before anything is judged.")
        {
            target, browser, path, noInstall, yes, scenarios,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var suite = SuiteLoader.Load(ScenariosFolder.Find(parsed.GetValue(scenarios)));
            var named = parsed.GetValue(target)!;
            var file = TargetChoice.FileOf(named, suite)
                ?? throw new UserErrorException("The reference needs no probe: expected a target file with --target.");
            RealServiceQuestion.Ask(file, parsed.GetValue(yes));
            var limit = file.Limits.Step ?? RunOptions.StandardStepLimit;
            await using var kind = TargetChoice.Choose(named, file, file.Profile, null, suite);
            var preflight = await PreflightStep.RunAsync(
                new PreflightRequest(
                    parsed.GetValue(path), parsed.GetValue(noInstall), false, ClockMode.Auto, parsed.GetValue(browser)!), cancellation);
            await kind.PrepareAsync(null, Console.Error.WriteLine, cancellation);
            var worlds = preflight.Worlds(suite, kind, null, limit);
            await ProbeStep.RunAsync(file, worlds, limit, Console.Out, cancellation);
            return ExitCodes.Conformant;
        });
        return command;
    }
}
