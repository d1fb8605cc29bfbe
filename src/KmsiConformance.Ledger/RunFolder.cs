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

    public string ReportFile => System.IO.Path.Combine(Path, "report.html");

    public string JUnitFile => System.IO.Path.Combine(Path, "junit.xml");

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

    /// <summary>
    /// Writes <c>run.json</c> in one move, so that a half-written file is never taken for a result; makes the folder where it is
    /// gone.
    /// </summary>
    public void WriteRun(RunRecord run)
    {
        Directory.CreateDirectory(EvidenceFolder);
        WriteWhole(RunFile, JsonSerializer.Serialize(run, Indented));
    }

    /// <summary>Reads <c>run.json</c>.</summary>
    /// <exception cref="FileNotFoundException">The run did not finish, or this is not a run folder.</exception>
    /// <exception cref="InvalidDataException">The file is not what it should be.</exception>
    public RunRecord ReadRun()
    {
        if (!File.Exists(RunFile))
            throw new FileNotFoundException($"{Path} has no run.json: the run did not finish, or this is not a run folder.", RunFile);
        return RecordReading.Read<RunRecord>(RunFile, RecordReading.Text(RunFile));
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
    public IEnumerable<Event> ReadEvents()
    {
        if (!File.Exists(EventsFile) || RecordReading.Size(EventsFile) == 0) yield break;
        var number = 0;
        foreach (var line in File.ReadLines(EventsFile))
        {
            number++;
            if (!line.EndsWith('}')) continue;
            yield return RecordReading.Read<Event>(string.Create(CultureInfo.InvariantCulture, $"{EventsFile}({number})"), line);
        }
    }

    /// <summary>Writes the file beside its place and moves it there, so that readers see all of it or the one before.</summary>
    public static void WriteWhole(string file, string content)
    {
        var half = file + ".part";
        File.WriteAllText(half, content);
        File.Move(half, file, overwrite: true);
    }
}
