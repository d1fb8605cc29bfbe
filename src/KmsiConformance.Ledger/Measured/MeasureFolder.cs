using System.Text.Json;

namespace KmsiConformance.Ledger.Measured;

/// <summary>The folder of one measurement: <c>measure.json</c>, and <c>measure.html</c> made of it.</summary>
/// <param name="path">The folder.</param>
public sealed class MeasureFolder(string path)
{
    private bool _isNew;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string File => System.IO.Path.Combine(Path, "measure.json");

    public string ReportFile => System.IO.Path.Combine(Path, "measure.html");

    /// <summary>Makes the folder.</summary>
    /// <exception cref="IOException">The disk is full or the path is a file.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only.</exception>
    public static MeasureFolder Create(string path)
    {
        var folder = new MeasureFolder(path);
        folder._isNew = !Directory.Exists(folder.Path);
        Directory.CreateDirectory(folder.Path);
        return folder;
    }

    /// <summary>Takes the folder away again that was made for it and got nothing, as after an interruption.</summary>
    public void RemoveIfEmpty()
    {
        if (_isNew && Directory.Exists(Path) && !Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
    }

    /// <summary>The text of <c>measure.json</c>: indented, and every text masked.</summary>
    public static string Json(Measurement measured) => JsonSerializer.Serialize(measured, RunFolder.Indented);

    /// <summary>Writes <c>measure.json</c> in one move.</summary>
    public void Write(Measurement measured)
    {
        Directory.CreateDirectory(Path);
        RunFolder.WriteWhole(File, Json(measured));
    }

    /// <summary>Reads a <c>measure.json</c>, wherever it is.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is not what it should be.</exception>
    public static Measurement Read(string file) => RecordReading.Read<Measurement>(file, RecordReading.Text(file));
}
