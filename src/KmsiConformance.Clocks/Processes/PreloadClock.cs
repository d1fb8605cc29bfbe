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
    /// <exception cref="ClockUnavailableException">The library cannot be had here.</exception>
    public PreloadClock(PreloadLibrary? library = null)
    {
        var path = (library ?? new PreloadLibrary()).Locate();
        _file = Belongings.NewPath("kmsi-clock-");
        _mapping = MemoryMappedFile.CreateFromFile(_file, FileMode.CreateNew, mapName: null, capacity: sizeof(long));
        _offset = _mapping.CreateViewAccessor();
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
}
