using System.Globalization;

namespace KmsiConformance.Suite;

/// <summary>What is wrong with scenarios, by scenario: what nobody asked for stops nobody.</summary>
internal sealed class ScenarioProblems
{
    private readonly List<(string Scenario, SuiteProblem Problem)> _all = [];

    // What tells a scenario from the others of its file, and how many those are.
    private readonly Dictionary<string, (string Text, int Of)> _combinations = new(StringComparer.Ordinal);

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<SuiteProblem> All => Told(_all);

    /// <summary>Notes that these scenarios come from one file, each with its combination: what is wrong in all is said once.</summary>
    public void Expect(IEnumerable<(string Scenario, string Combination)> ofOneFile)
    {
        var all = ofOneFile.ToList();
        foreach (var (scenario, combination) in all) _combinations[scenario] = (combination, all.Count);
    }

    /// <summary>Reads something of a scenario; null where that fails, and then the problems are noted.</summary>
    public T? Watch<T>(string scenario, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (SuiteException wrong)
        {
            Add(scenario, wrong.Problems);
            return null;
        }
    }

    /// <summary>Notes problems of a scenario.</summary>
    public void Add(string scenario, IEnumerable<SuiteProblem> problems) => AddRange(problems.Select(problem => (scenario, problem)));

    /// <summary>Notes problems, each with its scenario.</summary>
    public void AddRange(IEnumerable<(string Scenario, SuiteProblem Problem)> problems) => _all.AddRange(problems);

    /// <summary>Whether nothing is wrong with the scenario.</summary>
    public bool None(string scenario) => _all.TrueForAll(one => one.Scenario != scenario);

    /// <summary>What is wrong with the scenarios that one of the patterns takes.</summary>
    public IEnumerable<SuiteProblem> Asked(IReadOnlyList<string> only) =>
        Told(_all.Where(one => ScenarioSuite.Matches(one.Scenario, only) || only.Any(pattern => IsBelow(pattern, one.Scenario))));

    // A file whose matrix is wrong has none of the scenarios that would be named after it.
    private static bool IsBelow(string pattern, string file) => pattern.StartsWith(file + "/", StringComparison.OrdinalIgnoreCase);

    private List<SuiteProblem> Told(IEnumerable<(string Scenario, SuiteProblem Problem)> problems) =>
    [
        .. from one in problems
           group one.Scenario by one.Problem into same
           let combinations = same.Distinct().Where(_combinations.ContainsKey).Select(scenario => _combinations[scenario]).ToList()
           select combinations.Count == 0 || combinations.Count == combinations[0].Of
               ? same.Key
               : same.Key with { Message = $"{same.Key.Message} (Where {combinations[0].Text}{More(combinations.Count - 1)}.)" },
    ];

    private static string More(int others) => others switch
    {
        0 => "",
        1 => ", and in another combination",
        _ => string.Create(CultureInfo.InvariantCulture, $", and in {others} other combinations"),
    };
}
