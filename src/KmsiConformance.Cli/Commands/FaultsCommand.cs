using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Cli.Mutants;
using KmsiConformance.Clocks;
using KmsiConformance.Exploring;
using KmsiConformance.Ledger;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Names;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi faults</c>: every fault of the reference against the scenarios that must catch it.</summary>
internal static class FaultsCommand
{
    public static Command Create()
    {
        var list = new Option<bool>("--list") { Description = "Only name the faults." };
        var decisions = new Option<bool>("--decisions")
        {
            Description = "Instead of the faults that somebody wrote, every decision of the reference turned in every way that its type "
                + "allows, under the default profile, --profile NAME or 'all'.",
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Only these faults; with --decisions, these decisions or mutants.", HelpName = "NAME",
        };
        var browser = new Option<string>("--browser")
        {
            Description = "The browser that the scenarios run in. Faults are the service's, so the simulated one finds nearly all of "
                + "them, in seconds.",
            DefaultValueFactory = _ => "simulated",
        }.AcceptOnlyFromAmong("simulated", "chromium", "firefox");
        var profile = new Option<string?>("--profile")
        {
            Description = "Every fault that acts under this profile and violates one of its requirements, or 'all' for each profile in "
                + "turn. Default: each fault once, where most scenarios look for it.",
            HelpName = "NAME",
        };
        var journeys = new Option<int>("--explore")
        {
            Description = "Let 'explore' play so many journeys at most against each fault that no scenario catches.", HelpName = "N",
        };
        var format = CommonOptions.Format();
        var scenarios = CommonOptions.Scenarios();
        var command = new Command(
            "faults", "Prove the checks: start the reference with each fault in turn and see who catches it.") { list, decisions,
            only, profile, journeys, browser, format, scenarios };
        CommonOptions.Within(journeys, 1, int.MaxValue);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(list)) parsed.Refuse("--list", "which plays nothing", profile, journeys, browser, format, scenarios);
            if (parsed.GetValue(decisions))
            {
                return parsed.GetValue(list) ? DecisionsCommand.List(parsed.GetValue(only) ?? []) : await DecisionsCommand.RunAsync(
                    new DecisionsRequest(
                        parsed.GetValue(scenarios), parsed.GetValue(only) ?? [], parsed.GetValue(profile), parsed.GetValue(journeys),
                        parsed.GetValue(browser)!,
                        parsed.GetValue(format) == "json"),
                    cancellation);
            }

            var chosen = Chosen(parsed.GetValue(only) ?? []);
            if (parsed.GetValue(list)) return List(chosen);
            var request = new FaultsRequest(
                parsed.GetValue(scenarios), chosen, parsed.GetValue(profile), parsed.GetValue(journeys), parsed.GetValue(browser)!,
                parsed.GetValue(format) == "json")
            {
                IsChosen = parsed.IsGiven(only),
            };
            return await MatrixAsync(request, cancellation);
        });
        return command;
    }

    private static List<KnownFault> Chosen(string[] only)
    {
        var unknown = only.Where(name => FaultList.All.All(fault => fault.Name != name)).ToList();
        if (unknown.Count > 0)
            throw new UserErrorException(
                $"There is no fault '{unknown[0]}'.{NearestName.Hint(unknown[0], FaultList.All.Select(fault => fault.Name))} 'kmsi faults "
                + "--list' names them.");
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

    private static async Task<int> MatrixAsync(FaultsRequest request, CancellationToken cancellation)
    {
        var suite = SuiteLoader.Load(ScenariosFolder.Find(request.Scenarios));
        if (request.Profile is { } named and not "all" && request.IsChosen)
            FaultChoice.CheckActs(
                "--only", [.. request.Faults.Select(fault => fault.Name)], suite.ReadingsOf(Profiles.Choose(suite, named)),
                suite.Profiles.Select(known => known.Readings));
        if (request is { Journeys: > 0, Profile: { } alone and not "all" })
            ExploredGround.Check(suite, Profiles.Choose(suite, alone), "Leave --explore out, or take another profile.");
        var browser = await PreflightStep.RunAsync(new PreflightRequest(null, false, false, ClockMode.Auto, request.Browser), cancellation);
        IWorldFactory Worlds(string profile, string? fault) =>
            browser.Worlds(
                suite, TargetChoice.Choose("reference", null, profile, fault is null ? [] : [fault], suite), null,
                RunOptions.StandardStepLimit);
        var matrix = new KillMatrix(suite, Worlds, Environment.ProcessorCount);
        var outcomes = new List<FaultOutcome>();
        var explored = new Dictionary<FaultOutcome, Difference>();
        await foreach (var outcome in OutcomesAsync(request, suite, matrix, cancellation))
        {
            outcomes.Add(outcome);
            if (!outcome.Caught && request.Journeys > 0 && ExploredGround.IsKnown(suite, outcome.Profile))
            {
                var run = new RunOptions(
                    suite, [], outcome.Profile, Worlds(outcome.Profile, outcome.Fault.Name), Environment.ProcessorCount,
                    RunOptions.StandardStepLimit, null, []);
                var explorer = new Explorer(run, ExploredGround.Of(run, null), seed: 1) { MostTries = 0 };
                var found = await explorer.FirstAsync(request.Journeys, cancellation);
                if (found is not null) explored[outcome] = found;
            }

            if (!request.AsJson) Print(outcome, explored.GetValueOrDefault(outcome));
        }

        if (request.AsJson) PrintJson(outcomes, explored);
        else Console.WriteLine(
            $"{outcomes.Count(outcome => outcome.Caught || explored.ContainsKey(outcome))} of "
            + $"{outcomes.Count(outcome => outcome.NotPlayed is null)} faults caught"
            + (explored.Count > 0 ? $", {explored.Count} of them by exploring alone" : ""));
        return outcomes.Count == 0 ? ExitCodes.NothingRan
            : outcomes.Any(outcome => outcome.Unsound.Count > 0) ? ExitCodes.Infrastructure
            : outcomes.All(outcome => outcome.Caught || outcome.NotPlayed is not null || explored.ContainsKey(outcome))
                ? ExitCodes.Conformant
            : ExitCodes.NotConformant;
    }

    private static async IAsyncEnumerable<FaultOutcome> OutcomesAsync(
        FaultsRequest request, ScenarioSuite suite, KillMatrix matrix,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (request.Profile is null)
        {
            await foreach (var outcome in matrix.RunAsync(request.Faults, cancellation)) yield return outcome;
            yield break;
        }

        var named = request.Profile == "all" ? suite.Profiles
            : [.. suite.Profiles.Where(profile => profile.Id == Profiles.Choose(suite, request.Profile))];
        foreach (var profile in named)
        {
            await foreach (var outcome in matrix.RunAsync(request.Faults, profile, cancellation)) yield return outcome;
        }
    }

    // What 'kmsi faults' was asked to do.
    private sealed record FaultsRequest(
        string? Scenarios, List<KnownFault> Faults, string? Profile, int Journeys, string Browser, bool AsJson)
    {
        /// <summary>Whether somebody named the faults.</summary>
        public bool IsChosen { get; init; }
    }

    private static void Print(FaultOutcome outcome, Difference? explored)
    {
        Console.WriteLine(
            $"{(outcome.Caught || explored is not null ? "caught" : outcome.NotPlayed is null ? "MISSED" : "-"),-7} "
            + $"{outcome.Fault.Name} ({outcome.Profile}, {outcome.Ran.Count} scenarios)");
        if (outcome.NotPlayed is { } reason) Console.WriteLine($"        not played: {reason}");
        if (explored is not null) Console.WriteLine($"        by exploring: journey {explored.Number}, {explored.Check}");
        foreach (var (scenario, check) in outcome.Kills) Console.WriteLine($"        {check} in {scenario}");
        foreach (var scenario in outcome.Unsound)
            Console.WriteLine($"        unsound: {scenario} does not pass without the fault, or broke with it");
    }

    private static void PrintJson(List<FaultOutcome> outcomes, Dictionary<FaultOutcome, Difference> explored)
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
                        outcome.NotPlayed,
                        CaughtBy = outcome.Kills.Select(kill => new { kill.Check, kill.Scenario }),
                        Explored = explored.TryGetValue(outcome, out var found)
                            ? new { found.Number, found.Check, found.Requirements } : null,
                    }),
                Checks = kills.GroupBy(kill => kill.Check, StringComparer.Ordinal)
                    .Select(group => new { Name = group.Key, KilledBy = group.Select(kill => kill.Fault).Distinct() }),
            },
            RunFolder.Json));
    }
}
