using KmsiConformance.Ledger;

namespace KmsiConformance.Tests.Reporting.Comparing;

/// <summary>A folder of run folders that look as real runs leave them; deleted afterwards.</summary>
internal sealed class KeptRuns : IDisposable
{
    private static readonly DateTimeOffset First = new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero);

    public string Path { get; } = Directory.CreateTempSubdirectory("kmsi-kept-").FullName;

    /// <summary>A run of one night.</summary>
    /// <param name="night">The nights since the first, which order the runs.</param>
    public static RunRecord Run(int night, params IReadOnlyList<ScenarioRecord> scenarios) => new RunRecord
    {
        Id = $"night-{night}", Tool = new("KmsiConformance", "0.1.0"), Complete = true, StartedUtc = First.AddDays(night),
        DurationMs = 60_000 + night, Profile = "b2c-2020-12", Target = new("shop", "file"), Browser = new("chromium", $"156.{night}"),
        Clock = new("process", "moved"), ThirdPartyCookies = "allowed",
        Counts = new Dictionary<string, int>(StringComparer.Ordinal), Scenarios = [], Requirements = [],
    }.With(scenarios);

    /// <summary>What one worker took from a queue: half of the plan, and none of it failed.</summary>
    public static RunRecord Share(int night, string queue) => Run(night, Scenario("a/one", Verdict.Passed)) with
    {
        Plan = new(["a/one", "a/two"]) { Queue = new(queue) },
    };

    /// <summary>A scenario of three steps: it signs in, waits, and is decided by the last.</summary>
    /// <param name="decides">The step that decides; what stands before the arrow is done.</param>
    public static ScenarioRecord Scenario(
        string id, Verdict verdict, string decides = "open groceries → prompt", string check = "CredentialsAreAskedFor",
        string? title = null, string wait = "wait 20 minutes", KnownFailureRecord? known = null,
        string actual = "silent: nobody was asked") =>
        new()
        {
            Id = id, Title = title ?? $"What {id} says", Verdict = verdict, Requirements = [], Attempts = 1, DurationMs = 900,
            File = $"catalogue/{id}.yaml", Known = known, Reason = verdict == Verdict.Passed ? null : $"Expected a prompt. Saw {actual}.",
            Steps =
            [
                new() { Text = $"alice signs in to groceries ({id[(id.LastIndexOf('/') + 1)..]})", Verdict = Verdict.Passed, Line = 5 },
                new() { Text = wait, Verdict = Verdict.Passed, Line = 6 },
                new()
                {
                    Text = decides, Verdict = verdict, Line = 7, Check = check, Expected = "prompt: the login endpoint asks",
                    Actual = actual,
                },
            ],
        };

    /// <summary>Writes a run and says where.</summary>
    public RunFolder Write(string name, RunRecord run)
    {
        var folder = RunFolder.Create(System.IO.Path.Combine(Path, name));
        folder.WriteRun(run);
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
