namespace KmsiConformance.Suite;

/// <summary>What is wrong with scenarios, by scenario: what nobody asked for stops nobody.</summary>
internal sealed class ScenarioProblems
{
    private readonly List<(string Scenario, SuiteProblem Problem)> _all = [];

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<SuiteProblem> All => [.. _all.Select(one => one.Problem)];

    /// <summary>Reads a scenario; null where that fails, and then the problems are noted.</summary>
    public Scenario? Watch(string scenario, Func<Scenario> read)
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
        _all.Where(one => ScenarioSuite.Matches(one.Scenario, only)).Select(one => one.Problem);
}
