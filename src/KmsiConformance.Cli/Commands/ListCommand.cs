using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi list</c>: the scenarios, their titles and requirements, without running anything.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var scenarios = CommonOptions.Scenarios();
        var profile = CommonOptions.Profile();
        var only = CommonOptions.Only();
        var format = CommonOptions.Format();
        var target = new Option<string?>("--target")
        {
            Description = "Say which of them run at this target and why the others do not: a target file, 'reference' or "
                + "'reference:PROFILE'.",
            HelpName = "T",
        };
        var command = new Command("list", "List the scenarios of a profile.") { scenarios, profile, only, target, format };
        command.SetAction(async (parsed, _) =>
        {
            var patterns = parsed.GetValue(only) ?? [];
            var suite = SuiteLoader.Load(ScenariosFolder.Find(parsed.GetValue(scenarios)), patterns);
            if (suite.LeftOut is [var first, ..])
                Console.Error.WriteLine($"Note: {RunPlan.Unread(suite.LeftOut.DistinctBy(problem => problem.File).Count(), first)}");
            var named = parsed.GetValue(target);
            var file = named is null ? null : TargetChoice.FileOf(named, suite);
            var chosen = Profiles.Choose(suite, parsed.GetValue(profile) ?? file?.Profile);
            var selected = suite.Select(chosen, patterns);
            await using var kind = named is null ? null : TargetChoice.Choose(named, file, chosen, [], suite);
            Print(selected, suite, chosen, kind, parsed.GetValue(format) == "json", file?.Policy.IsGuess == true);
            return selected.Count == 0 ? ExitCodes.NothingRan : ExitCodes.Conformant;
        });
        return command;
    }

    private static void Print(
        IReadOnlyList<Scenario> selected, ScenarioSuite suite, string profile, ITargetKind? target, bool asJson, bool isGuess)
    {
        if (asJson)
        {
            var rows = selected.Select(scenario =>
                new
                {
                    scenario.Id,
                    scenario.Title,
                    Requirements = suite.Assessed(scenario, profile).Select(requirement => requirement.Id),
                    Steps = scenario.Steps.Count,
                    Runs = target is null ? (bool?)null : target.WhyNot(scenario) is null,
                    Reason = target?.WhyNot(scenario),
                });
            Console.WriteLine(JsonSerializer.Serialize(new { Profile = profile, Scenarios = rows }, RunFolder.Json));
            return;
        }

        foreach (var scenario in selected)
        {
            Console.WriteLine(
                $"{scenario.Id}\n    {scenario.Title}\n    "
                + $"{string.Join(", ", suite.Assessed(scenario, profile).Select(requirement => requirement.Id))}");
            if (target?.WhyNot(scenario) is { } reason) Console.WriteLine($"    does not run: {reason}");
        }

        Console.WriteLine($"{selected.Count} scenarios in {profile}");
        if (target is null) return;
        List<Scenario> run = [.. selected.Where(scenario => target.WhyNot(scenario) is null)];
        Console.WriteLine($"{run.Count} of them run at {target.Name}");
        if (isGuess)
            Console.WriteLine("None runs yet: 'policy.from' of its file says that nobody has read it through");
        if (target.Facts.StaysAtRealTime && run.Count(scenario => scenario.Steps.Any(step => step.LetsTimePass)) is > 0 and var late)
            Console.WriteLine(
                $"{late} of these need time to pass, and the target's cannot be moved: CANT_TELL, but with 'kmsi run --clock real', which "
                + "waits");
    }
}
