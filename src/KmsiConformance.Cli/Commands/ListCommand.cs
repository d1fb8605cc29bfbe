using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;

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
        var command = new Command("list", "List the scenarios of a profile.") { scenarios, profile, only, format };
        command.SetAction(parsed =>
        {
            var suite = SuiteLoader.Load(ScenariosFolder.Find(parsed.GetValue(scenarios)));
            var chosen = Profiles.Choose(suite, parsed.GetValue(profile));
            var selected = suite.Select(chosen, parsed.GetValue(only) ?? []);
            Print(selected, suite, chosen, parsed.GetValue(format) == "json");
            return selected.Count == 0 ? ExitCodes.NothingRan : ExitCodes.Conformant;
        });
        return command;
    }

    private static void Print(IReadOnlyList<Scenario> selected, ScenarioSuite suite, string profile, bool asJson)
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
                });
            Console.WriteLine(JsonSerializer.Serialize(new { Profile = profile, Scenarios = rows }, RunFolder.Json));
            return;
        }

        foreach (var scenario in selected)
        {
            Console.WriteLine(
                $"{scenario.Id}\n    {scenario.Title}\n    "
                + $"{string.Join(", ", suite.Assessed(scenario, profile).Select(requirement => requirement.Id))}");
        }

        Console.WriteLine($"{selected.Count} scenarios in {profile}");
    }
}
