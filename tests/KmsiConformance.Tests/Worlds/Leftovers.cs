using System.Globalization;
using KmsiConformance.Browsers;
using KmsiConformance.Sites.InMemory;

namespace KmsiConformance.Tests.Worlds;

/// <summary>
/// What this process holds of the machine: its own descendants, the folders and files that bear its mark, its own open
/// sockets. Whatever else runs on the machine is not counted.
/// </summary>
internal sealed record Leftovers(int Browsers, int Processes, int Folders, int ClockFiles, int SitesInMemory, int ListeningSockets)
{
    /// <summary>Counts now. Linux tells all of it; elsewhere what it does not tell is 0.</summary>
    public static Leftovers Count() => new(
        BrowserProcesses.Count,
        Descendants(Environment.ProcessId).Count(IsBrowser),
        Directory.EnumerateDirectories(Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"kmsi-profile-{Environment.ProcessId}-*")).Count(),
        ClockFilesOfThisProcess(),
        InMemorySites.Count,
        ListeningSocketsOfThisProcess());

    // Playwright's driver serves all browsers of the process and ends with it.
    private static bool IsBrowser(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Contains("kmsi-profile-", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<int> Descendants(int parent)
    {
        if (!OperatingSystem.IsLinux()) yield break;
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && ParentOf(id) is { } of)
                parents[id] = of;
        }

        foreach (var id in parents.Keys)
        {
            var up = id;
            for (var steps = 0; steps < 50 && parents.TryGetValue(up, out var above); steps++)
            {
                if (above == parent)
                {
                    yield return id;
                    break;
                }

                up = above;
            }
        }
    }

    private static int? ParentOf(int id)
    {
        try
        {
            // pid (name) state ppid …; the name may hold spaces and brackets.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 3);
            return fields[0] is "Z" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Every process clock has its file mapped into this process.
    private static int ClockFilesOfThisProcess() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/self/maps").Count(line => line.Contains("/kmsi-clock-", StringComparison.Ordinal))
        : 0;

    private static int ListeningSocketsOfThisProcess()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        var own = Directory.EnumerateFiles("/proc/self/fd")
            .Select(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet(StringComparer.Ordinal);

        // 0A is LISTEN; the inode is the tenth field.
        const string listening = "0A";
        return new[] { "/proc/self/net/tcp", "/proc/self/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(fields => fields.Length > 9 && fields[3] == listening && own.Contains(fields[9]));
    }
}
