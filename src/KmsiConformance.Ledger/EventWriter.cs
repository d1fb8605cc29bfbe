using System.Text.Json;

namespace KmsiConformance.Ledger;

/// <summary>
/// Appends events of all scenarios to <c>events.ndjson</c>, one JSON object a line, flushed line by line. Where somebody
/// deletes the folder meanwhile, what was written so far is written again, and the run is to be ended.
/// </summary>
/// <param name="goesOn">Whether the run goes on that wrote the file.</param>
public sealed class EventWriter(RunFolder folder, bool goesOn = false) : IDisposable
{
    private readonly Lock _gate = new();
    private StreamWriter _writer = new(LineFile.Open(folder.EventsFile, goesOn)) { AutoFlush = true };
    private bool _isFull;
    private bool _isDisposed;

    /// <summary>Whether somebody has deleted the folder meanwhile: pictures are lost then.</summary>
    public bool WasDeleted { get; private set; }

    /// <summary>Writes one event.</summary>
    /// <exception cref="RunFolderGoneException">The folder was deleted; it is there again, with all events.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(Event observed)
    {
        var line = JsonSerializer.Serialize(observed, RunFolder.Masked);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                _writer.WriteLine(line);
            }
            catch (IOException)
            {
                _isFull = true;
                throw;
            }

            if (File.Exists(folder.EventsFile)) return;
            WriteAgain();
            throw new RunFolderGoneException("It was deleted while the run was on.");
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            try
            {
                if (!_isFull && !File.Exists(folder.EventsFile)) WriteAgain();
                _writer.Dispose();
            }
            catch (IOException) when (_isFull)
            {
                // The line that did not fit has been reported; writing it once more says nothing new.
            }
        }
    }

    // A file that is open outlives its name.
    private void WriteAgain()
    {
        WasDeleted = true;
        Directory.CreateDirectory(folder.EvidenceFolder);
        var again = new StreamWriter(LineFile.Open(folder.EventsFile, goesOn: false)) { AutoFlush = true };
        _writer.BaseStream.Position = 0;
        _writer.BaseStream.CopyTo(again.BaseStream);
        again.Flush();
        _writer.Dispose();
        _writer = again;
    }
}

/// <summary>Somebody has deleted the folder of a run that is on.</summary>
public sealed class RunFolderGoneException(string message) : IOException(message);
