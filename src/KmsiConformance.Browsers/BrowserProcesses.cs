using System.Collections.Concurrent;
using KmsiConformance.Clocks.Processes;

namespace KmsiConformance.Browsers;

/// <summary>
/// Every browser of this process that has not been disposed. When the process exits, what is left is killed and its
/// profiles are deleted. The runtime raises that event on an orderly exit only: a program turns Ctrl-C and SIGTERM
/// into one, or calls <see cref="EndAll"/> itself.
/// </summary>
public static class BrowserProcesses
{
    private static readonly ConcurrentDictionary<ProfileFolder, ProcessTree?> Live = new();

    static BrowserProcesses() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        EndAll();
        PlaywrightDriver.End();
    };

    /// <summary>How many browsers have a profile on disk.</summary>
    public static int Count => Live.Count;

    /// <summary>Kills every browser at once and deletes its profile.</summary>
    public static void EndAll()
    {
        if (Live.IsEmpty)
            return;

        // First, so that no browser that is just being started comes up afterwards.
        PlaywrightDriver.End();
        foreach (var (profile, known) in Live)
        {
            End(profile, known);
            Live.TryRemove(profile, out _);
        }
    }

    // Without waiting in between: the kernel ends a killed process within a few attempts. One that is only just coming up
    // shows itself late, and would make the folder anew.
    private static void End(ProfileFolder profile, ProcessTree? known)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var processes = ProcessTree.OnProfile(profile.Profile) ?? known;
            processes?.KillAll();
            if (profile.TryDelete() && processes?.Alive() is null or { Count: 0 } && attempt > 0) return;
        }
    }

    internal static void Remember(ProfileFolder profile, ProcessTree? processes) => Live[profile] = processes;

    internal static void Forget(ProfileFolder profile) => Live.TryRemove(profile, out _);
}
