using System.IO.Compression;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>The files of the scenarios as the run kept them; nothing of one that did not.</summary>
internal sealed class KeptSources : IDisposable
{
    // Lines around the step that are shown, and how large a scenario's file may be, in bytes.
    private const int Around = 24;
    private const long Largest = 1L << 20;

    private readonly ZipArchive? _archive;

    /// <summary>Opens what the run kept; one that cannot be read is as good as none.</summary>
    public KeptSources(RunFolder folder)
    {
        if (!File.Exists(folder.ScenariosFile)) return;
        try
        {
            _archive = ZipFile.OpenRead(folder.ScenariosFile);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException)
        {
            _archive = null;
        }
    }

    /// <summary>The lines of a scenario's file around a step; null where they are not known.</summary>
    /// <param name="line">The step's line, from 1.</param>
    public SourceLines? Of(ScenarioRecord scenario, int? line)
    {
        if (line is not { } marked || scenario.File?.Replace('\\', '/') is not { } file || Text(file) is not { } text) return null;
        var lines = Secrets.MaskText(text).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (marked < 1 || marked > lines.Length) return null;
        var from = Math.Max(0, marked - 1 - Around);
        var last = Math.Min(lines.Length, marked + Around);
        return new(file, from + 1, marked, lines[from..last]);
    }

    public void Dispose() => _archive?.Dispose();

    // The archive is of the folder itself, by whatever name messages call it.
    private string? Text(string file)
    {
        var at = file.IndexOf("catalogue/", StringComparison.Ordinal);
        var entry = _archive?.GetEntry(file) ?? (at < 0 ? _archive?.GetEntry("catalogue/" + Path.GetFileName(file))
            : _archive?.GetEntry(file[at..]));
        if (entry is null || entry.Length > Largest) return null;
        try
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

/// <summary>Lines of a scenario's file.</summary>
/// <param name="File">How messages call it.</param>
/// <param name="From">The number of the first line, from 1.</param>
/// <param name="Marked">The number of the line at which the step stands that decided.</param>
internal sealed record SourceLines(string File, int From, int Marked, IReadOnlyList<string> Lines);
