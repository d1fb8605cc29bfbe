using System.Globalization;

namespace KmsiConformance.Clocks.Processes;

/// <summary>Moves processes' wall clocks with libfaketime, a package of most distributions; needs no compiler.</summary>
public sealed class FaketimeClock : IProcessClock
{
    private const string SharedMemory = "/dev/shm";
    private readonly DateTime _made = RealTime.UtcNow.UtcDateTime;
    private readonly string _file;

    /// <summary>Makes a clock of its own, at real time.</summary>
    /// <param name="library">Path of <c>libfaketime.so.1</c>; null to look in the usual places.</param>
    /// <exception cref="ClockUnavailableException">libfaketime is not installed.</exception>
    public FaketimeClock(string? library = null)
    {
        library ??= Find()
            ?? throw new ClockUnavailableException("libfaketime is not installed (Debian and Ubuntu: apt-get install libfaketime)");
        _file = Belongings.NewPath("kmsi-faketime-");
        SetOffset(TimeSpan.Zero);

        // Without the last two Chromium hangs at launch; without NO_CACHE a move is seen ten seconds late.
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_PRELOAD"] = Preloads.With(library),
            ["FAKETIME_TIMESTAMP_FILE"] = _file,
            ["FAKETIME_NO_CACHE"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
        };
    }

    /// <inheritdoc/>
    public string Name => "libfaketime";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <inheritdoc/>
    public void SetOffset(TimeSpan offset)
    {
        // A reader of a half-written file would jump to another century: replaced by rename.
        var beside = _file + ".new";
        File.WriteAllText(beside, string.Create(CultureInfo.InvariantCulture, $"{offset.TotalSeconds:+0.000;-0.000}\n"));
        File.Move(beside, _file, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_file);
        Belongings.Forget(_file);
        DeleteSharedMemoryOfTheDead();
    }

    /// <summary>libfaketime leaves two files of every process that was killed; processes end by kill in every crash.</summary>
    private void DeleteSharedMemoryOfTheDead()
    {
        const string prefix = "faketime_shm_";
        if (!Directory.Exists(SharedMemory))
            return;

        foreach (var file in Directory.EnumerateFiles(SharedMemory, prefix + "*").Where(file => File.GetLastWriteTimeUtc(file) >= _made))
        {
            var name = Path.GetFileName(file)[prefix.Length..];
            if (!int.TryParse(name, CultureInfo.InvariantCulture, out var process) || ProcessTree.IsAlive(process))
                continue;
            try
            {
                File.Delete(file);
                File.Delete(Path.Combine(SharedMemory, $"sem.faketime_sem_{process}"));
            }
            catch (UnauthorizedAccessException)
            {
                // Another user's.
            }
        }
    }

    private static string? Find()
    {
        if (!OperatingSystem.IsLinux())
            return null;

        string[] roots = ["/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib"];
        return roots.Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateDirectories(root).Prepend(root))
            .SelectMany(folder => new[] { Path.Combine(folder, "faketime", "libfaketime.so.1"), Path.Combine(folder, "libfaketime.so.1") })
            .FirstOrDefault(File.Exists);
    }
}
