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
    // People who look there see whose it is; what is swept goes by records.
    private static readonly string Prefix = string.Create(CultureInfo.InvariantCulture, $"kmsi-profile-{Environment.ProcessId}-");
    private static readonly TimeSpan DeleteLimit = TimeSpan.FromSeconds(5);

    public ProfileFolder()
    {
        Root = Belongings.MakeFolder(Prefix);
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

    /// <summary>Tries once.</summary>
    /// <returns>Whether nothing is left.</returns>
    public bool TryDelete()
    {
        if (!TryDelete(Root)) return false;
        Belongings.Forget(Root);
        return true;
    }

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
