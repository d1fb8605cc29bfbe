using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <summary>
/// The folder of one run: <c>events.ndjson</c> (written as things happen), <c>evidence/</c> (pictures) and
/// <c>run.json</c> (written last, at once). It is the only thing that reporters read.
/// </summary>
/// <param name="path">The folder; made by <see cref="Create"/>.</param>
public sealed class RunFolder(string path)
{
    /// <summary>How every file of a run is written: camel case, nulls left out, text readable as it is.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    };

    /// <summary>How records and events are written: as <see cref="Json"/>, and every text masked.</summary>
    internal static readonly JsonSerializerOptions Masked = new(Json) { Converters = { new MaskedTexts() } };

    internal static readonly JsonSerializerOptions Indented = new(Masked) { WriteIndented = true };

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string RunFile => System.IO.Path.Combine(Path, "run.json");

    /// <summary>The comparison of the browsers' runs, which are folders below this one.</summary>
    public string AgreementFile => System.IO.Path.Combine(Path, "agreement.json");

    public string AgreementReportFile => System.IO.Path.Combine(Path, "agreement.html");

    public string EventsFile => System.IO.Path.Combine(Path, "events.ndjson");

    /// <summary>The results so far of a run that is under way or was killed.</summary>
    public string ResultsFile => System.IO.Path.Combine(Path, "results.ndjson");

    /// <summary>There while a process is at the run, which holds it.</summary>
    public string LockFile => System.IO.Path.Combine(Path, "run.lock");

    /// <summary>The scenarios of the run, with all that they refer to.</summary>
    public string ScenariosFile => System.IO.Path.Combine(Path, "scenarios.zip");

    public string ReportFile => System.IO.Path.Combine(Path, "report.html");

    public string JUnitFile => System.IO.Path.Combine(Path, "junit.xml");

    public string SarifFile => System.IO.Path.Combine(Path, "results.sarif");

    /// <summary>Test results as Visual Studio writes them.</summary>
    public string TrxFile => System.IO.Path.Combine(Path, "results.trx");

    /// <summary>Test results in the Common Test Report Format.</summary>
    public string CtrfFile => System.IO.Path.Combine(Path, "ctrf.json");

    /// <summary>The summary in Markdown.</summary>
    public string MarkdownFile => System.IO.Path.Combine(Path, "summary.md");

    /// <summary>Findings for GitLab's merge requests.</summary>
    public string CodeQualityFile => System.IO.Path.Combine(Path, "gl-code-quality-report.json");

    public string EvidenceFolder => System.IO.Path.Combine(Path, "evidence");

    /// <summary>Makes the folder and its evidence folder.</summary>
    /// <exception cref="IOException">The disk is full or the path is a file.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only.</exception>
    public static RunFolder Create(string path)
    {
        var folder = new RunFolder(path);
        Directory.CreateDirectory(folder.EvidenceFolder);
        return folder;
    }

    /// <summary>Writes <c>run.json</c> of a run that begins: without results, and said to be incomplete.</summary>
    public void BeginRun(RunRecord run) => WriteWhole(RunFile, JsonSerializer.Serialize(run with { Complete = false }, Indented));

    /// <summary>
    /// Writes <c>run.json</c> in one move, so that a half-written file is never taken for a result; makes the folder where it is
    /// gone.
    /// </summary>
    public void WriteRun(RunRecord run)
    {
        Directory.CreateDirectory(EvidenceFolder);
        WriteWhole(RunFile, JsonSerializer.Serialize(run, Indented));
        File.Delete(ResultsFile);
    }

    /// <summary>Reads <c>run.json</c>; of a run that is under way or was killed, with the results that it has.</summary>
    /// <exception cref="FileNotFoundException">This is not a run folder.</exception>
    /// <exception cref="InvalidDataException">The file is not what it should be.</exception>
    public RunRecord ReadRun()
    {
        if (!File.Exists(RunFile))
            throw new FileNotFoundException(
                $"{Path} has no run.json: it is not a run folder, or its run was ended before anything ran. Expected one as 'kmsi run' "
                + "leaves it.", RunFile);
        var run = RecordReading.Read<RunRecord>(RunFile, RecordReading.Text(RunFile));
        if (run.Complete || !File.Exists(ResultsFile)) return run;
        var results = new Dictionary<string, ScenarioRecord>(StringComparer.Ordinal);
        foreach (var result in Lines<ScenarioRecord>(ResultsFile)) results[result.Id] = result;
        run = run.With(
        [
            .. run.Scenarios.Where(scenario => !results.ContainsKey(scenario.Id)),
            .. results.Values.Where(result => result.Acceptance is not Acceptance.Refused),
        ]);
        return run with
        {
            Plan = run.Plan is { Queue: not null } plan ? plan with { Scenarios = [.. run.Scenarios.Select(one => one.Id)] } : run.Plan,
            DurationMs = run.DurationMs
                + Math.Max(0, (long)(File.GetLastWriteTimeUtc(ResultsFile) - run.StartedUtc.UtcDateTime).TotalMilliseconds),
        };
    }

    /// <summary>Whether a process is at the run at this moment.</summary>
    public bool IsBeingWritten()
    {
        if (!File.Exists(LockFile)) return false;
        try
        {
            Hold().Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Keeps other processes from the run until what is returned is disposed, or this process ends.</summary>
    /// <exception cref="IOException">Another process is at it.</exception>
    public IDisposable Hold()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (File.Exists(LockFile))
        {
            throw new IOException($"{Path} is still being written by another process. Let it end first.", held);
        }
    }

    /// <summary>Writes <c>agreement.json</c> in one move.</summary>
    public void WriteAgreement(AgreementRecord agreement) => WriteWhole(AgreementFile, JsonSerializer.Serialize(agreement, Indented));

    /// <summary>Reads <c>agreement.json</c>.</summary>
    /// <exception cref="FileNotFoundException">This is no folder of several browsers' runs.</exception>
    /// <exception cref="InvalidDataException">The file is not what it should be.</exception>
    public AgreementRecord ReadAgreement() =>
        RecordReading.Read<AgreementRecord>(AgreementFile, RecordReading.Text(AgreementFile));

    /// <summary>Reads the events in the order written; a last line cut short by a kill is left out.</summary>
    /// <exception cref="InvalidDataException">A line is not what it should be.</exception>
    public IEnumerable<Event> ReadEvents() => Lines<Event>(EventsFile);

    private static IEnumerable<T> Lines<T>(string file)
        where T : class
    {
        if (!File.Exists(file) || RecordReading.Size(file) == 0) yield break;
        var number = 0;
        string? held = null;
        foreach (var line in File.ReadLines(file))
        {
            if (held is not null) yield return Read(held);
            (held, number) = (line, number + 1);
        }

        // A last line without its end was being written when the process was killed.
        if (held is not null && LineFile.IsWhole(file)) yield return Read(held);

        T Read(string line) => RecordReading.Read<T>(string.Create(CultureInfo.InvariantCulture, $"{file}({number})"), line);
    }

    /// <summary>Reads the events of each scenario, attempt by attempt, in the order written.</summary>
    /// <exception cref="InvalidDataException">A line is not what it should be.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Event>>> ReadAttempts()
    {
        var byScenario = new Dictionary<string, List<List<Event>>>(StringComparer.Ordinal);
        foreach (var observed in ReadEvents())
        {
            if (!byScenario.TryGetValue(observed.Scenario, out var attempts))
                byScenario[observed.Scenario] = attempts = [[]];

            Attempts.Add(attempts, observed);
        }

        return byScenario.ToDictionary(
            pair => pair.Key, IReadOnlyList<IReadOnlyList<Event>> (pair) => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>Appends the events of another run, and copies its evidence.</summary>
    /// <param name="scenarios">Those of which it is taken; null takes all.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <returns>Those of them of which there was an event.</returns>
    public IReadOnlySet<string> TakeOver(RunFolder other, IReadOnlySet<string>? scenarios = null) =>
        new Takeover(other, scenarios).Into(this);

    /// <summary>What tells the kept scenarios from others: the SHA-256 of their file, in hexadecimal digits.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(ScenariosFile)));

    /// <summary>Writes the file beside its place and moves it there, so that readers see all of it or the one before.</summary>
    public static void WriteWhole(string file, string content)
    {
        var half = file + ".part";
        File.WriteAllText(half, content);
        File.Move(half, file, overwrite: true);
    }
}
