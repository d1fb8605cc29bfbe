using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>
/// Makes one report of a finished run. A reporter reads the run folder and nothing else, so a report can be made again
/// later; the same folder always gives the same bytes.
/// </summary>
public interface IReporter
{
    /// <summary>Short name for messages and the command line, for example <c>html</c>.</summary>
    string Name { get; }

    /// <summary>The file that it writes in the run folder.</summary>
    string FileIn(RunFolder folder);

    /// <summary>Writes the report into the run folder, whole or not at all.</summary>
    /// <exception cref="FileNotFoundException">There is no <c>run.json</c>: the run did not finish, or this is no run folder.</exception>
    /// <exception cref="InvalidDataException"><c>run.json</c> or <c>events.ndjson</c> cannot be read as what it should be.</exception>
    Task WriteAsync(RunFolder folder, CancellationToken cancellationToken);
}
