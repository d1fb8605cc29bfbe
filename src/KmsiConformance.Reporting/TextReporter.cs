using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>A report that is one text, made at once.</summary>
public abstract class TextReporter : IReporter
{
    public abstract string Name { get; }

    public abstract string FileIn(RunFolder folder);

    public Task WriteAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RunFolder.WriteWhole(FileIn(folder), Of(RunReading.Of(folder)));
        return Task.CompletedTask;
    }

    /// <summary>The whole text.</summary>
    protected abstract string Of(RunReading reading);
}
