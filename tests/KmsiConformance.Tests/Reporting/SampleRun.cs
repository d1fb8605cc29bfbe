using KmsiConformance.Ledger;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Makes run folders that look like those of real runs, under a folder that is deleted afterwards.</summary>
internal sealed class SampleRun : IDisposable
{
    private readonly List<SampleScenario> _scenarios = [];
    private readonly EventWriter _writer;

    public SampleRun(string? path = null)
    {
        Folder = RunFolder.Create(path ?? Path.Combine(Path.GetTempPath(), "kmsi-" + Path.GetRandomFileName()));
        _writer = new(Folder);
    }

    public RunFolder Folder { get; }

    public bool Complete { get; set; } = true;

    public string Target { get; set; } = "reference";

    public List<string> Notes { get; } = [];

    public IReadOnlyList<SampleScenario> Scenarios => _scenarios;

    public RunRecord Run => new()
    {
        Id = "2026-01-05T09-00-00-sample", Tool = new("KmsiConformance", "0.1.0"), Complete = Complete,
        StartedUtc = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), DurationMs = 48_200, Profile = "b2c-2020-12",
        Target = new(Target, "reference", "b2c-2018-12"), Fault = "ForgetsTheTickedBox",
        Browser = new("chromium", "156.0.7632.45"),
        Clock = new("process", "Date.now() moved from 09:00:00 to 10:00:00 while the browser stayed open", "libfaketime"),
        Counts = Verdicts.Gravest.ToDictionary(
            verdict => verdict.Text(), verdict => _scenarios.Count(scenario => scenario.Record.Verdict == verdict), StringComparer.Ordinal),
        Scenarios = [.. _scenarios.Select(scenario => scenario.Record)],
        Requirements = [.. _scenarios.SelectMany(scenario => scenario.Requirements).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(Requirement)],
        Notes = Notes,
    };

    public SampleScenario Add(string id, string title, params string[] requirements)
    {
        var scenario = new SampleScenario(Folder, _writer, id, title, requirements);
        _scenarios.Add(scenario);
        return scenario;
    }

    /// <summary>Ends every scenario's browser and writes run.json.</summary>
    public SampleRun Written()
    {
        foreach (var scenario in _scenarios) scenario.Stop("end");
        _writer.Dispose();
        Folder.WriteRun(Run);
        return this;
    }

    public void Dispose()
    {
        _writer.Dispose();
        Directory.Delete(Folder.Path, recursive: true);
    }

    private RequirementRecord Requirement(string id)
    {
        var assessing = _scenarios.Where(scenario => scenario.Requirements.Contains(id)).ToList();
        return new()
        {
            Id = id, Level = string.CompareOrdinal(id, "R-060") < 0 ? "MUST" : "SHOULD",
            Text = $"The session of {id} ends when the policy in force says so, and not before.",
            Source = "Azure AD B2C session behaviour (2020-12), Configure the custom policy",
            Area = assessing[0].Id.StartsWith("lifetime/", StringComparison.Ordinal) ? "Lifetime" : "Sign-out",
            Verdict = Verdicts.RollUp(assessing.Select(scenario => scenario.Record.Verdict)),
            Scenarios = [.. assessing.Select(scenario => scenario.Id)],
        };
    }
}
