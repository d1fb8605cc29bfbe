using System.Globalization;

namespace KmsiConformance.Clocks.Standstills;

/// <summary>Processes that somebody has stopped (SIGSTOP, Ctrl-Z), as the operating system tells it. On Linux only.</summary>
public static class StoppedProcesses
{
    /// <summary>The ids of the sessions in which a process is stopped; none where nobody tells.</summary>
    public static IReadOnlySet<int> Sessions()
    {
        var sessions = new HashSet<int>();
        if (!OperatingSystem.IsLinux()) return sessions;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out _) && Session(folder) is { } session)
                sessions.Add(session);
        }

        return sessions;
    }

    private static int? Session(string folder)
    {
        try
        {
            // pid (name) state ppid pgrp session …; the name may hold spaces and brackets.
            var stat = File.ReadAllText($"{folder}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 5);
            return fields[0] == "T" ? int.Parse(fields[3], CultureInfo.InvariantCulture) : null;
        }
        catch (Exception vanished) when (vanished is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
