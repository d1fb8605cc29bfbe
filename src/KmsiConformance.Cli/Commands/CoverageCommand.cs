using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Cli.Coverage;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Suite;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi coverage</c>: who assesses each requirement, and why nobody does where nobody does.</summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var scenarios = CommonOptions.Scenarios();
        var profile = new Option<string?>("--profile")
        {
            Description = "Only the requirements of this dated reading. Default: all.", HelpName = "NAME",
        };
        var target = new Option<string?>("--target")
        {
            Description = "Also count the scenarios that run at this target: a target file, 'reference' or 'reference:PROFILE'.",
            HelpName = "T",
        };
        var output = new Option<string?>("--out") { Description = "Write a page for browsers instead.", HelpName = "FILE.html" };
        var format = CommonOptions.Format();
        var command = new Command("coverage", "Say who assesses each requirement: scenarios, rules, checks and faults.")
        {
            profile, target, output, format, scenarios,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var suite = SuiteLoader.Load(ScenariosFolder.Find(parsed.GetValue(scenarios)));
            var coverage = await CountedAsync(suite, parsed.GetValue(profile), parsed.GetValue(target));
            if (parsed.GetValue(output) is { } page)
            {
                if (parsed.GetValue(format) == "json")
                    throw new UserErrorException("--out writes a page, and --format json is none: leave out one.");
                await CoverageReporter.WriteAsync(coverage, page, cancellation);
                Console.WriteLine($"Coverage: {Path.GetFullPath(page)}");
            }
            else if (parsed.GetValue(format) == "json")
            {
                Console.WriteLine(JsonSerializer.Serialize(coverage, RunFolder.Json));
            }
            else
            {
                CoverageText.Print(Console.Out, coverage);
            }

            return ExitCodes.Conformant;
        });
        return command;
    }

    // A target is judged by one profile: what runs there is counted among the scenarios of that.
    private static async Task<CoverageRecord> CountedAsync(ScenarioSuite suite, string? profile, string? named)
    {
        if (profile is not null) Profiles.Choose(suite, profile);
        if (named is null) return CoverageTable.Of(suite, profile);
        var file = TargetChoice.FileOf(named, suite);
        var chosen = Profiles.Choose(suite, profile ?? file?.Profile);
        await using var target = TargetChoice.Choose(named, file, chosen, [], suite);
        var selected = suite.Select(chosen, []);
        return CoverageTable.Of(suite, chosen) with
        {
            Target = new CoverageTarget(target.Name, selected.Count(scenario => target.WhyNot(scenario) is null), selected.Count),
        };
    }
}
