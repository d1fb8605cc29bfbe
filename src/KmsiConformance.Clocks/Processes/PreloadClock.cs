using System.IO.MemoryMappedFiles;

namespace KmsiConformance.Clocks.Processes;

/// <summary>Moves processes' wall clocks with our preload library, through eight bytes that both sides have mapped.</summary>
public sealed class PreloadClock : IProcessClock
{
    private readonly string _file;
    private readonly MemoryMappedFile _mapping;
    private readonly MemoryMappedViewAccessor _offset;

    /// <summary>Makes a clock of its own, at real time.</summary>
    /// <param name="library">The compiled library; null for the user's cached one.</param>
    /// <exception cref="ClockUnavailableException">The library cannot be had here, or there is no room for the file.</exception>
    public PreloadClock(PreloadLibrary? library = null)
    {
        var path = (library ?? new PreloadLibrary()).Locate();
        _file = Belongings.NewPath("kmsi-clock-");
        try
        {
            // A page of a file that the disk has no room for kills whoever touches it: its bytes are written before it is mapped.
            using (var whole = new FileStream(_file, FileMode.CreateNew, FileAccess.Write))
            {
                whole.Write(new byte[sizeof(long)]);
                whole.Flush(flushToDisk: true);
            }

            _mapping = MemoryMappedFile.CreateFromFile(_file, FileMode.Open);
            _offset = _mapping.CreateViewAccessor();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _mapping?.Dispose();
            Forget(_file);
            throw new ClockUnavailableException(
                $"there is no room for the clock's {sizeof(long)} bytes in {Path.GetTempPath()} ({refused.Message}); free some, or name "
                + "another folder by the variable TMPDIR");
        }

        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_PRELOAD"] = Preloads.With(path),
            ["KMSI_CLOCK_FILE"] = _file,
        };
    }

    /// <inheritdoc/>
    public string Name => "preload";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <inheritdoc/>
    public void SetOffset(TimeSpan offset) => _offset.Write(0, checked(offset.Ticks * TimeSpan.NanosecondsPerTick));

    /// <inheritdoc/>
    public void Dispose()
    {
        _offset.Dispose();
        _mapping.Dispose();
        File.Delete(_file);
        Belongings.Forget(_file);
    }

    private static void Forget(string file)
    {
        try
        {
            File.Delete(file);
            Belongings.Forget(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It was hardly there.
        }
    }
}
