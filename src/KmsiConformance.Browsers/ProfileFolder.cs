using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;

namespace KmsiConformance.Browsers;

/// <summary>
/// A fresh profile under the temporary folder, readable by this user only, with a temporary folder for the browser
/// inside, so that a killed browser leaves nothing behind elsewhere.
/// </summary>
internal sealed class ProfileFolder
{
    private const string Prefix = "kmsi-profile-";
    private static readonly TimeSpan DeleteLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);
    private static int _hasSwept;

    public ProfileFolder()
    {
        if (Interlocked.Exchange(ref _hasSwept, 1) == 0)
            SweepAbandoned(Path.GetTempPath());

        Root = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName;
        Profile = Directory.CreateDirectory(Path.Combine(Root, "profile")).FullName;
        Temporary = Directory.CreateDirectory(Path.Combine(Root, "tmp")).FullName;
    }

    public string Root { get; }

    public string Profile { get; }

    public string Temporary { get; }

    /// <summary>Deletes the folder; tries again while a process that is just ending still writes into it.</summary>
    public async Task DeleteAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        while (!TryDelete() && Stopwatch.GetElapsedTime(begun) < DeleteLimit)
            await RealTime.Delay(TimeSpan.FromMilliseconds(20));
    }

    /// <summary>Deletes the profiles of harnesses that were killed: their process is gone and nothing has changed for an hour.</summary>
    public static void SweepAbandoned(string folder)
    {
        foreach (var profile in Directory.EnumerateDirectories(folder, Prefix + "*"))
        {
            var owner = Path.GetFileName(profile)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var process) || ProcessTree.IsAlive(process))
                continue;
            if (RealTime.UtcNow.UtcDateTime - Directory.GetLastWriteTimeUtc(profile) > AbandonedAfter)
                TryDelete(profile);
        }
    }

    /// <summary>Tries once.</summary>
    /// <returns>Whether nothing is left.</returns>
    public bool TryDelete() => TryDelete(Root);

    private static bool TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return !Directory.Exists(folder);
        }
        catch (Exception stillUsed) when (stillUsed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
