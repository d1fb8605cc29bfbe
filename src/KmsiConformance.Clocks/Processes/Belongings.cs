using System.Globalization;

namespace KmsiConformance.Clocks.Processes;

/// <summary>
/// What this process has in the temporary folder and deletes when it ends: profiles, files of clocks. Each is written
/// down before it is made, beside the id and the start of the process, so that one that was killed is cleaned up after:
/// only what such a record names is ever deleted, and only when the process that wrote it is gone.
/// </summary>
public static class Belongings
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const char Made = '+';
    private const char Gone = '-';
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal);
    private static StreamWriter? _record;

    /// <summary>Makes a folder of a name of its own in the temporary folder, and writes it down first.</summary>
    /// <param name="prefix">How its name begins.</param>
    public static string MakeFolder(string prefix)
    {
        var path = NewPath(prefix);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OnlyOwner);
        return path;
    }

    /// <summary>A path of its own in the temporary folder, written down and not made yet.</summary>
    /// <param name="prefix">How its name begins.</param>
    public static string NewPath(string prefix)
    {
        // Short: Chromium puts sockets below, and the name of a socket has little room.
        var path = Path.Combine(Path.GetTempPath(), $"{prefix}{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");
        Remember(path);
        return path;
    }

    /// <summary>Strikes out what has been deleted.</summary>
    public static void Forget(string path)
    {
        lock (Gate)
        {
            if (!Kept.Remove(path)) return;
            Write(Gone, path);
            if (Kept.Count > 0 || _record is null) return;
            var file = RecordFile(RecordFolder);
            _record.Dispose();
            _record = null;
            Try(() => File.Delete(file));
        }
    }

    /// <summary>Deletes what processes of this user left that were ended before they could do it.</summary>
    /// <returns>What was deleted, in words; null when there was nothing.</returns>
    public static string? Sweep() => Sweep(RecordFolder);

    internal static string? Sweep(string folder)
    {
        if (!Directory.Exists(folder) || WhyNotTrusted(folder) is not null) return null;
        var (things, processes) = (0, new SortedSet<int>());
        foreach (var record in Directory.EnumerateFiles(folder, "*.record"))
        {
            if (Read(record) is not var (owner, left) || !owner.IsDead) continue;
            var done = true;
            foreach (var path in left.Where(IsOurs))
            {
                if (Delete(path))
                {
                    things++;
                    processes.Add(owner.Id);
                }
                else
                {
                    done = false;
                }
            }

            // What could not be deleted is tried again at the next start.
            if (done) Try(() => File.Delete(record));
        }

        return things == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Deleted {(things == 1 ? "one thing" : $"{things} things")} in the temporary folder that a run left which was ended by force "
            + $"(process {string.Join(", ", processes)}).");
    }

    // Beside what it names: another temporary folder has a record of its own, and a read-only home matters to neither.
    internal static string RecordFolder =>
        Path.Combine(Path.GetTempPath(), OperatingSystem.IsLinux() ? $"kmsi-records-{OwnFile.User}" : "kmsi-records");

    private static string RecordFile(string folder) => Path.Combine(
        folder, string.Create(CultureInfo.InvariantCulture, $"{ProcessIdentity.Mine.Id}-{ProcessIdentity.Mine.Started}.record"));

    private static void Remember(string path)
    {
        lock (Gate)
        {
            Kept.Add(path);
            _record ??= Open();
            Write(Made, path);
        }
    }

    // Null where a record cannot be kept: then what is left by a kill stays, and nothing else changes.
    private static StreamWriter? Open()
    {
        try
        {
            var folder = RecordFolder;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, OnlyOwner);
            if (WhyNotTrusted(folder) is not null) return null;

            // Begun beside its place: nobody is to see one that does not say yet whose it is.
            var (file, half) = (RecordFile(folder), RecordFile(folder) + ".part");
            var writer = new StreamWriter(
                new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            {
                AutoFlush = true, NewLine = "\n",
            };
            writer.WriteLine(ProcessIdentity.Mine);
            File.Move(half, file, overwrite: true);
            return writer;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Write(char what, string path) => Try(() => _record?.WriteLine($"{what}{path}"));

    private static (ProcessIdentity Owner, IReadOnlyCollection<string> Left)? Read(string record)
    {
        try
        {
            var lines = File.ReadAllText(record).Split('\n');
            if (ProcessIdentity.Read(lines[0]) is not { } owner) return null;
            var left = new HashSet<string>(StringComparer.Ordinal);

            // The last line has no end where the process was killed in the middle of it: that thing was never made.
            foreach (var line in lines[1..^1].Where(line => line.Length > 1))
            {
                if (line[0] == Made) left.Add(line[1..]);
                else left.Remove(line[1..]);
            }

            return (owner, left);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A name that somebody else has taken since is not ours.
    private static bool IsOurs(string path) =>
        (File.Exists(path) || Directory.Exists(path))
        && Path.GetFileName(path).StartsWith("kmsi-", StringComparison.Ordinal) && WhyNotTrusted(path) is null;

    private static bool Delete(string path)
    {
        if (!Directory.Exists(path)) return Try(() => File.Delete(path));

        // A browser whose harness was killed may live a moment longer, and would write on.
        ProcessTree.OnProfile(Path.Combine(path, "profile"))?.KillAll();
        return Try(() => Directory.Delete(path, recursive: true));
    }

    private static string? WhyNotTrusted(string path) => OperatingSystem.IsLinux() ? OwnFile.WhyNotTrusted(path) : null;

    private static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
