using System.Text.Json;

namespace KmsiConformance.Ledger;

/// <summary>
/// Appends the result of each scenario to <c>results.ndjson</c> as soon as it has one, so that a run that is killed has lost none.
/// The file is there until <see cref="RunFolder.WriteRun"/> has written all of them.
/// </summary>
/// <param name="goesOn">Whether the run goes on that wrote the file.</param>
public sealed class ResultWriter(RunFolder folder, bool goesOn) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _writer = new(LineFile.Open(folder.ResultsFile, goesOn)) { AutoFlush = true };

    /// <summary>Writes one result.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(ScenarioRecord scenario)
    {
        var line = JsonSerializer.Serialize(scenario, RunFolder.Masked);
        lock (_gate) _writer.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            try
            {
                _writer.Dispose();
            }
            catch (IOException)
            {
                // The line that did not fit has been reported.
            }
        }
    }
}
