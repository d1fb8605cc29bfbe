using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <summary>Keeps a scenario's pictures in the run folder.</summary>
/// <param name="folder">The run folder.</param>
/// <param name="scenario">The scenario's id, of which the file names are made.</param>
internal sealed class Pictures(RunFolder folder, string scenario)
{
    private int _count;

    /// <summary>Writes a picture and returns its path relative to the run folder.</summary>
    public async Task<string> KeepAsync(byte[] picture, CancellationToken cancellation)
    {
        // Who has deleted the run's folder is told so where events are written.
        Directory.CreateDirectory(folder.EvidenceFolder);
        string name;
        do
        {
            // Those of an earlier attempt stay.
            name = string.Create(CultureInfo.InvariantCulture, $"{scenario.Replace('/', '.')}-{++_count}.jpg");
        }
        while (File.Exists(Path.Combine(folder.EvidenceFolder, name)));
        await File.WriteAllBytesAsync(Path.Combine(folder.EvidenceFolder, name), picture, cancellation);
        return $"{Path.GetFileName(folder.EvidenceFolder)}/{name}";
    }
}
