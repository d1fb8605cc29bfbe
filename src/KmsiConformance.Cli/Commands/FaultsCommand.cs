using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi faults</c>: every fault of the reference against the scenarios that must catch it.</summary>
internal static class FaultsCommand
{
    public static Command Create()
    {
        var list = new Option<bool>("--list") { Description = "Only name the faults." };
        var only = new Option<string[]>("--only") { Description = "Only these faults.", HelpName = "NAME" };
        var browser = new Option<string>("--browser")
        {
            Description = "The browser that the scenarios run in. Faults are the service's, so the simulated one finds nearly all of "
                + "them, in seconds.",
            DefaultValueFactory = _ => "simulated",
        }.AcceptOnlyFromAmong("simulated", "chromium", "firefox");
        var format = CommonOptions.Format();
        var command = new Command(
            "faults", "Prove the checks: start the reference with each fault in turn and see who catches it.") { list, only, browser,
            format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var chosen = Chosen(parsed.GetValue(only) ?? []);
            if (parsed.GetValue(list)) return List(chosen);
            return await MatrixAsync(chosen, parsed.GetValue(browser)!, parsed.GetValue(format) == "json", cancellation);
        });
        return command;
    }

    private static List<KnownFault> Chosen(string[] only)
    {
        var unknown = only.Where(name => FaultList.All.All(fault => fault.Name != name)).ToList();
        if (unknown.Count > 0) throw new UserErrorException($"There is no fault '{unknown[0]}'. 'kmsi faults --list' names them.");
        return [.. FaultList.All
            .Where(fault => only.Length == 0 || only.Contains(fault.Name))
            .Select(fault => new KnownFault(fault.Name, fault.Does, fault.Violates, fault.ActsUnder))];
    }

    private static int List(List<KnownFault> faults)
    {
        foreach (var fault in faults) Console.WriteLine($"{fault.Name}\n    {fault.Description} ({string.Join(", ", fault.Requirements)})");
        Console.WriteLine($"{faults.Count} faults");
        return ExitCodes.Conformant;
    }

    private static async Task<int> MatrixAsync(List<KnownFault> faults, string browserName, bool asJson, CancellationToken cancellation)
    {
        var suite = SuiteLoader.Load(ScenariosFolder.Find(null));
        var browser = await PreflightStep.RunAsync(new PreflightRequest(null, false, false, ClockMode.Auto, browserName), cancellation);
        var matrix = new KillMatrix(
            suite,
            (profile, fault) =>
                browser.Worlds(suite, TargetChoice.Choose("reference", null, profile, fault, suite), null, RunOptions.StandardStepLimit),
            Environment.ProcessorCount);
        var outcomes = new List<FaultOutcome>();
        await foreach (var outcome in matrix.RunAsync(faults, cancellation))
        {
            outcomes.Add(outcome);
            if (!asJson) Print(outcome);
        }

        if (asJson) PrintJson(outcomes);
        else Console.WriteLine($"{outcomes.Count(outcome => outcome.Caught)} of {outcomes.Count} faults caught");
        return outcomes.Any(outcome => outcome.Unsound.Count > 0) ? ExitCodes.Infrastructure
            : outcomes.All(outcome => outcome.Caught) ? ExitCodes.Conformant : ExitCodes.NotConformant;
    }

    private static void Print(FaultOutcome outcome)
    {
        Console.WriteLine(
            $"{(outcome.Caught ? "caught" : "MISSED"),-7} {outcome.Fault.Name} ({outcome.Profile}, {outcome.Ran.Count} scenarios)");
        foreach (var (scenario, check) in outcome.Kills) Console.WriteLine($"        {check} in {scenario}");
        foreach (var scenario in outcome.Unsound)
            Console.WriteLine($"        unsound: {scenario} does not pass without the fault, or broke with it");
    }

    private static void PrintJson(List<FaultOutcome> outcomes)
    {
        var kills = outcomes.SelectMany(outcome =>
            outcome.Kills.SelectMany(kill => kill.Check.Split(", ").Select(check => (Check: check, Fault: outcome.Fault.Name))));
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                Faults = outcomes.Select(outcome =>
                    new
                    {
                        outcome.Fault.Name,
                        outcome.Profile,
                        CaughtBy = outcome.Kills.Select(kill => new { kill.Check, kill.Scenario }),
                    }),
                Checks = kills.GroupBy(kill => kill.Check, StringComparer.Ordinal)
                    .Select(group => new { Name = group.Key, KilledBy = group.Select(kill => kill.Fault).Distinct() }),
            },
            RunFolder.Json));
    }
}
