using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace KmsiConformance.Clocks.Processes;

/// <summary>
/// Which process something belongs to. An id alone does not say it: ids are given again, and another machine or
/// container that shares a folder with this one has processes of its own.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Started">When it started, as the system counts that.</param>
/// <param name="Boot">Which start of the system it lives in; empty where that is not told.</param>
/// <param name="Space">Which machine, and which of its sets of process ids.</param>
internal sealed record ProcessIdentity(int Id, string Started, string Boot, string Space)
{
    /// <summary>This process.</summary>
    public static ProcessIdentity Mine { get; } =
        new(Environment.ProcessId, StartOf(Environment.ProcessId) ?? "", BootNow(), SpaceHere());

    /// <summary>Whether it has ended; false where this process cannot see it, and so cannot know.</summary>
    public bool IsDead => Space == Mine.Space && (Boot != Mine.Boot || !ProcessTree.IsAlive(Id) || StartOf(Id) != Started);

    /// <summary>One line from which <see cref="Read"/> has it again.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}\t{Started}\t{Boot}\t{Space}");

    /// <summary>Reads the line; null when it is none.</summary>
    public static ProcessIdentity? Read(string? line) =>
        line?.Split('\t') is [var id, var started, var boot, var space]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ProcessIdentity(number, started, boot, space)
            : null;

    private static string? StartOf(int id)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // The 22nd field, counted from behind the name, which may hold spaces and brackets.
                var stat = File.ReadAllText($"/proc/{id}/stat");
                return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
            }

            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (
            gone is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    private static string BootNow()
    {
        const string told = "/proc/sys/kernel/random/boot_id";
        return File.Exists(told) ? File.ReadAllText(told).Trim() : "";
    }

    private static string SpaceHere() =>
        $"{Environment.MachineName} {(OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : "")}".TrimEnd();
}
