using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace KmsiConformance.Clocks.Processes;

/// <summary>
/// A browser's or a product's main process and all that it started. Both are started as the leader of a session of their
/// own, so on Linux their children are known by that session even after the main process has died.
/// </summary>
public sealed class ProcessTree(int mainProcessId)
{
    /// <summary>The main process, leader of its session.</summary>
    public int MainProcessId => mainProcessId;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    /// <summary>The browser that has a profile open, found by its command line; null when there is none (or not on Linux).</summary>
    public static ProcessTree? OnProfile(string profile)
    {
        if (!OperatingSystem.IsLinux())
            return null;

        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var id))
                continue;
            try
            {
                var arguments = File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
                if (arguments.Any(argument => argument == profile || argument == $"--user-data-dir={profile}") && Stat(id) is { } stat)
                    return new ProcessTree(stat.Session);
            }
            catch (Exception vanished) when (vanished is IOException or UnauthorizedAccessException)
            {
                // Ended between listing and reading.
            }
        }

        return null;
    }

    /// <summary>Kills the main process without warning, the way a crash does; its children notice and end.</summary>
    public void KillMain() => Kill(mainProcessId, withChildren: !OperatingSystem.IsLinux());

    /// <summary>Kills whatever is left.</summary>
    public void KillAll()
    {
        foreach (var id in Alive())
            Kill(id, withChildren: true);
    }

    /// <summary>The environment variable by which processes that left the session are known, children of theirs too.</summary>
    public const string Marker = "KMSI_INSTANCE";

    /// <summary>Kills every process that was started with the marker, wherever it went. On Linux only.</summary>
    public static void KillMarked(string mark)
    {
        if (!OperatingSystem.IsLinux())
            return;

        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var id))
                continue;
            try
            {
                if (File.ReadAllText($"/proc/{id}/environ").Contains($"{Marker}={mark}", StringComparison.Ordinal))
                    Kill(id, withChildren: true);
            }
            catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
            {
                // Ended, or another user's.
            }
        }
    }

    /// <summary>Waits until nothing is left; kills what is still there after the limit.</summary>
    public async Task WaitGoneAsync(TimeSpan limit, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Alive().Count > 0)
        {
            if (Stopwatch.GetElapsedTime(begun) > limit)
                KillAll();
            await RealTime.Delay(Poll, cancellation);
        }
    }

    /// <summary>The ids of the processes that still run.</summary>
    public IReadOnlyList<int> Alive() => OperatingSystem.IsLinux() ? InSession() : IsAlive(mainProcessId) ? [mainProcessId] : [];

    /// <summary>Whether a process of this id runs; one that has ended and only waits for its parent to notice does not.</summary>
    public static bool IsAlive(int id)
    {
        if (OperatingSystem.IsLinux())
            return Stat(id) is { IsZombie: false };

        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    private List<int> InSession()
    {
        var found = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var id)
                && Stat(id) is { IsZombie: false } stat && stat.Session == mainProcessId)
            {
                found.Add(id);
            }
        }

        return found;
    }

    private static (bool IsZombie, int Session)? Stat(int id)
    {
        try
        {
            // pid (name) state ppid pgrp session …; the name may hold spaces and brackets.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 5);
            return (fields[0] is "Z" or "X", int.Parse(fields[3], CultureInfo.InvariantCulture));
        }
        catch (Exception vanished) when (vanished is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Kill(int id, bool withChildren)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(withChildren);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // Already gone, which is what was wanted.
        }
    }
}
