using KmsiConformance.Certification.Archive;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Packing;

/// <summary>
/// A run folder that holds what a pack holds and nothing else, so that what is judged is what is signed. It is deleted also where this
/// process is killed.
/// </summary>
internal sealed class ScratchRun : IDisposable
{
    private readonly string _path = Belongings.MakeFolder("kmsi-pack-");
    private readonly List<PackEntry> _entries = [];

    public ScratchRun() => Folder = RunFolder.Create(_path);

    public RunFolder Folder { get; }

    /// <summary>What was added.</summary>
    public IReadOnlyList<PackEntry> Entries => _entries;

    /// <summary>Adds a file.</summary>
    /// <param name="name">Its name in the pack, which is its place in the folder.</param>
    public void Add(string name, ReadOnlyMemory<byte> content)
    {
        using (var file = File.Create(Path.Combine(_path, name))) file.Write(content.Span);
        _entries.Add(new PackEntry(name, content));
    }

    /// <summary>Takes in a file that was written into the folder.</summary>
    public void Take(string name) => _entries.Add(new PackEntry(name, File.ReadAllBytes(Path.Combine(_path, name))));

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(_path, recursive: true);
        Belongings.Forget(_path);
    }
}
