using System.Globalization;
using KmsiConformance.Cli.Output;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;

namespace KmsiConformance.Cli.Progress;

/// <summary>One line for each finished scenario: for logs and pipes.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="total">Number of scenarios.</param>
internal sealed class PlainProgress(TextWriter output, int total) : IRunProgress
{
    private readonly Lock _gate = new();
    private int _done;
    private int _everywhere;

    public void Started(Scenario scenario)
    {
        // A line at the end of a scenario says enough.
    }

    public void Again(Scenario scenario, string why)
    {
        lock (_gate) output.WriteLine($"    again: {scenario.Id}, because {why}");
    }

    public void Refused(Scenario scenario)
    {
        lock (_gate) output.WriteLine($"    refused: {scenario.Id}, because another worker had a result first");
    }

    public void Waits(string what)
    {
        lock (_gate) output.WriteLine($"    waiting for {what}");
    }

    public void Elsewhere(int done)
    {
        lock (_gate) _everywhere = done;
    }

    public void Finished(Scenario scenario, ScenarioRecord record)
    {
        lock (_gate)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"[{_done = Math.Min(total, Math.Max(_done + 1, _everywhere))}/{total}] {record.Verdict.Text(),-12} {record.Id} "
                        + $"({record.DurationMs / 1000.0:0.0} s)"));
            if (record.Verdict is not Verdict.Passed && record.Reason is { } reason)
                output.WriteLine(SafeText.Indented($"    {reason}", "    "));
            if (record.Place() is { } place) output.WriteLine(SafeText.OneLine($"    at {place}: {record.Deciding()!.Text}"));
            foreach (var sentence in record.Deciding()?.Diagnosis ?? [])
                output.WriteLine(SafeText.OneLine($"    Seen in the browser: {sentence}"));
            if (record.Violates is { } violates) output.WriteLine($"    Violates: {violates}");
            if (record.Known is { StillSeen: true } known) output.WriteLine($"    Known: {known.Because}");
        }
    }
}
