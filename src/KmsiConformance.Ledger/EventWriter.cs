using System.Text.Json;

namespace KmsiConformance.Ledger;

/// <summary>Appends events of all scenarios to <c>events.ndjson</c>, one JSON object a line, flushed line by line.</summary>
public sealed class EventWriter(RunFolder folder) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _writer = new(
        new FileStream(folder.EventsFile, FileMode.CreateNew, FileAccess.Write, FileShare.Read)) { AutoFlush = true };

    private bool _isFull;

    /// <summary>Writes one event.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(Event observed)
    {
        var line = JsonSerializer.Serialize(observed, RunFolder.Masked);
        lock (_gate)
        {
            try
            {
                _writer.WriteLine(line);
            }
            catch (IOException)
            {
                _isFull = true;
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            try
            {
                _writer.Dispose();
            }
            catch (IOException) when (_isFull)
            {
                // The line that did not fit has been reported; writing it once more says nothing new.
            }
        }
    }
}
