using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using Spectre.Console;

namespace KmsiConformance.Cli.Progress;

/// <summary>A progress bar with the scenarios that are running; whatever does not pass is printed above it and stays.</summary>
internal sealed class LiveProgress : IRunProgress
{
    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console;
    private readonly ProgressTask _task;
    private readonly SortedSet<string> _running = new(StringComparer.Ordinal);
    private int _bad;

    private LiveProgress(IAnsiConsole console, ProgressTask task)
    {
        _console = console;
        _task = task;
    }

    /// <summary>Shows progress while <paramref name="work"/> goes on.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, int total, Func<IRunProgress, Task<T>> work) =>
        console.Progress()
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new LiveProgress(console, context.AddTask("starting", maxValue: total))));

    public void Started(Scenario scenario)
    {
        lock (_gate)
        {
            _running.Add(scenario.Id);
            Describe();
        }
    }

    public void Finished(Scenario scenario, ScenarioRecord record)
    {
        lock (_gate)
        {
            _running.Remove(scenario.Id);
            _task.Increment(1);
            if (record.Verdict is not Verdict.Passed)
            {
                _bad++;
                _console.MarkupLineInterpolated($"[{VerdictStyle.Colour(record.Verdict)}]{record.Verdict.Text(),-12}[/] {record.Id}");
                if (record.Reason is { } reason) _console.MarkupLineInterpolated($"             [grey]{reason}[/]");
            }

            Describe();
        }
    }

    private void Describe() => _task.Description = Markup.Escape(
        $"{_task.Value:0}/{_task.MaxValue:0}{(_bad > 0 ? $", {_bad} not passed" : "")}  {string.Join(" · ", _running)}");
}
