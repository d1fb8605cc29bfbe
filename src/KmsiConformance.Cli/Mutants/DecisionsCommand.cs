using KmsiConformance.Clocks;
using KmsiConformance.Reference.Mutants;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Names;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Mutants;

/// <summary>What <c>kmsi faults --decisions</c> was asked to do.</summary>
/// <param name="Only">Names of mutants or of decisions; none for all.</param>
/// <param name="Profile">The profile, or <c>all</c>; null for the default one.</param>
internal sealed record DecisionsRequest(
    string? Scenarios, IReadOnlyList<string> Only, string? Profile, int Journeys, string Browser, bool AsJson);

/// <summary><c>kmsi faults --decisions</c>: every decision of the reference turned in turn, and who notices.</summary>
internal static class DecisionsCommand
{
    /// <summary>Names the mutants.</summary>
    public static int List(IReadOnlyList<string> only)
    {
        var chosen = Chosen(only);
        foreach (var mutant in chosen) Console.WriteLine(mutant);
        Console.WriteLine($"{chosen.Count} mutants of {chosen.DistinctBy(MutantList.PointOf, StringComparer.Ordinal).Count()} decisions");
        return ExitCodes.Conformant;
    }

    /// <summary>Runs them.</summary>
    public static async Task<int> RunAsync(DecisionsRequest request, CancellationToken cancellation)
    {
        var mutants = Chosen(request.Only);
        var suite = SuiteLoader.Load(ScenariosFolder.Find(request.Scenarios));
        var profiles = request.Profile == "all" ? suite.Profiles.Where(profile => profile.AppKind != AppRequest.Site)
            : suite.Profiles.Where(profile => profile.Id == Profiles.Choose(suite, request.Profile));
        if (request is { Journeys: > 0, Profile: { } alone and not "all" })
            ExploredGround.Check(suite, Profiles.Choose(suite, alone), "Leave --explore out, or take another profile.");
        var listed = SurvivorList.Read(suite);
        var browser = await PreflightStep.RunAsync(new PreflightRequest(null, false, false, ClockMode.Auto, request.Browser), cancellation);
        var run = new MutantRun(suite, browser, listed, request.Journeys);
        var all = new List<JudgedMutant>();
        foreach (var profile in profiles)
        {
            await foreach (var judged in run.RunAsync(mutants, profile, cancellation))
            {
                all.Add(judged);
                if (!request.AsJson) MutantReport.Line(judged);
            }
        }

        if (request.AsJson) MutantReport.Json(all, run.Unasked);
        else MutantReport.Sums(all, run.Unasked);
        var isWhole = request.Only.Count == 0 && request.Profile == "all";
        var isAmiss = isWhole && Amiss(all, listed);
        return all.Count == 0 ? ExitCodes.NothingRan
            : isAmiss || all.Exists(judged => judged.IsOpen || judged.IsStale) ? ExitCodes.NotConformant
            : ExitCodes.Conformant;
    }

    // What only a run of everything can tell.
    private static bool Amiss(List<JudgedMutant> all, IReadOnlyList<Survivor> listed)
    {
        var unused = listed.Where(one => one.IsPattern && IsUnused(one, all))
            .Select(one => $"{one.Place.File.Name} line {one.Place.Line}: nothing of {one.Mutants} survives any more. Take it out.");
        var nowhere = all.GroupBy(judged => judged.Mutant, StringComparer.Ordinal).Where(one => one.All(judged => judged.IsIdle))
            .Select(one => $"{one.Key} makes no difference under any profile. Write a scenario, or list it.");
        List<string> amiss = [.. unused, .. nowhere];
        foreach (var sentence in amiss) Console.Error.WriteLine(sentence);
        return amiss.Count > 0;
    }

    // Of those that were played under its profiles, if any were.
    private static bool IsUnused(Survivor one, List<JudgedMutant> all)
    {
        var named = all.Where(judged => one.IsUnder(judged.Profile) && one.Names(judged.Mutant)).ToList();
        return named.Count > 0 && named.TrueForAll(judged => judged.IsKilled);
    }

    private static IReadOnlyList<string> Chosen(IReadOnlyList<string> only)
    {
        var all = MutantList.All.ToList();
        var unknown = only.FirstOrDefault(name => !all.Exists(mutant => Is(mutant, name)));
        if (unknown is not null)
            throw new UserErrorException(
                $"There is no decision and no mutant '{unknown}'."
                + $"{NearestName.Hint(unknown, all.Concat(all.Select(MutantList.PointOf)))} "
                + "'kmsi faults --decisions --list' names them.");
        return only.Count == 0 ? all : [.. all.Where(mutant => only.Any(name => Is(mutant, name)))];
    }

    private static bool Is(string mutant, string name) => mutant == name || MutantList.PointOf(mutant) == name;
}
