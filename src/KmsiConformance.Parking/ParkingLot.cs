using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KmsiConformance.Ledger;

namespace KmsiConformance.Parking;

/// <summary>
/// A folder of parked journeys, one file each: a line that says what it is, and a sealed one. Files come into being whole or
/// not at all, and whoever takes one out has it alone, so that a machine may be switched off at any moment.
/// </summary>
/// <param name="folder">The folder; made when the first is parked.</param>
/// <param name="key">What they are sealed with.</param>
public sealed class ParkingLot(string folder, ParkingKey key)
{
    private readonly ConcurrentDictionary<ParkedLabel, FileStream> _held = new();

    private const string Ending = ".parked";
    private const string Taken = ".taken";

    /// <summary>The folder, absolute.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Parks a journey.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void Park(ParkedJourney journey)
    {
        Directory.CreateDirectory(Folder);
        var label = JsonSerializer.Serialize(journey.Label, RunFolder.Json);
        var state = key.Seal(JsonSerializer.SerializeToUtf8Bytes(journey, RunFolder.Json), Encoding.UTF8.GetBytes(label));
        var path = Path.Combine(Folder, FileName(journey.Label));
        var unfinished = path + ".unfinished";
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(unfinished, create))
        {
            file.Write(Encoding.UTF8.GetBytes(label + "\n" + Convert.ToBase64String(state) + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>The journeys of a target, those that are due first at the head.</summary>
    /// <exception cref="ParkingException">A file there is none of ours.</exception>
    public IReadOnlyList<ParkedLabel> Of(string target) => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateFiles(Folder, "*" + Ending).Select(LabelOf).Where(label => label.Target == target)
            .OrderBy(label => label.Due)];

    /// <summary>
    /// Journeys of a target that were taken out by a run which never finished them: what that run did cannot be told, so they
    /// cannot go on. Forgets them.
    /// </summary>
    public IReadOnlyList<ParkedLabel> ForgetAbandoned(string target)
    {
        if (!Directory.Exists(Folder)) return [];
        var abandoned = new List<ParkedLabel>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*" + Taken))
        {
            // Whoever holds it is alive.
            if (!TryLock(file, out var mine)) continue;
            mine.Dispose();
            var label = LabelOf(file);
            if (label.Target != target) continue;
            File.Delete(file);
            abandoned.Add(label);
        }

        return abandoned;
    }

    /// <summary>Makes sure that a journey can be opened.</summary>
    /// <exception cref="ParkingException">It was sealed with another key, or was changed.</exception>
    public void Check(ParkedLabel label)
    {
        var path = Path.Combine(Folder, FileName(label));
        if (File.Exists(path)) Opened(path);
    }

    /// <summary>Takes a journey out; null when somebody else has.</summary>
    /// <exception cref="ParkingException">It was sealed with another key, or was changed.</exception>
    public ParkedJourney? Take(ParkedLabel label)
    {
        var path = Path.Combine(Folder, FileName(label));
        try
        {
            var journey = Opened(path);
            File.Move(path, path + Taken);

            // Held until it is finished: that of a run which was killed can be told by that.
            if (TryLock(path + Taken, out var mine)) _held[label] = mine;
            return journey;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A journey that was taken out has its result, or is parked again.</summary>
    public void Finish(ParkedLabel label)
    {
        Release(label);
        File.Delete(Path.Combine(Folder, FileName(label)) + Taken);
    }

    /// <summary>A journey that was taken out did not go on: it waits as before.</summary>
    public void PutBack(ParkedLabel label)
    {
        Release(label);
        var path = Path.Combine(Folder, FileName(label));
        if (File.Exists(path + Taken)) File.Move(path + Taken, path);
    }

    private void Release(ParkedLabel label)
    {
        if (_held.TryRemove(label, out var mine)) mine.Dispose();
    }

    private static bool TryLock(string file, [NotNullWhen(true)] out FileStream? mine)
    {
        try
        {
            mine = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            mine = null;
            return false;
        }
    }

    private ParkedJourney Opened(string path)
    {
        var lines = File.ReadAllLines(path);
        try
        {
            if (lines.Length < 2) throw new FormatException("It has no second line.");
            var open = key.Open(Convert.FromBase64String(lines[1]), Encoding.UTF8.GetBytes(lines[0]));
            return JsonSerializer.Deserialize<ParkedJourney>(open, RunFolder.Json)!;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or JsonException)
        {
            throw new ParkingException(
                $"{path} cannot be opened: it was sealed with another {ParkingKey.Variable}, or changed since. Set the one that it was "
                + "parked with, or delete the file.", unreadable);
        }
    }

    private static ParkedLabel LabelOf(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ParkedLabel>(File.ReadLines(path).First(), RunFolder.Json)
                ?? throw new JsonException("null");
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            throw new ParkingException($"{path} is no parked journey. Name another folder with --parked, or move the file away.", other);
        }
    }

    private static string FileName(ParkedLabel label) => string.Create(
        CultureInfo.InvariantCulture,
        $"{label.Target}-{label.Browser}-{label.Scenario.Replace('/', '.')}-{label.ParkedAt:yyyyMMddHHmmss}{Ending}");
}
