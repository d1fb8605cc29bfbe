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
    private int _done;
    private int _everywhere;

    private LiveProgress(IAnsiConsole console, ProgressTask task)
    {
        _console = console;
        _task = task;
    }

    /// <summary>Shows progress while <paramref name="work"/> goes on.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, int total, Func<IRunProgress, Task<T>> work) =>
        console.Progress()
            .Columns(
                new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new LiveProgress(console, context.AddTask("starting", maxValue: total))));

    public void Started(Scenario scenario)
    {
        lock (_gate)
        {
            _running.Add(scenario.Id);
            Describe();
        }
    }

    public void Again(Scenario scenario, string why)
    {
        lock (_gate) _console.MarkupLineInterpolated($"[grey]AGAIN       {scenario.Id}, because {why}[/]");
    }

    public void Refused(Scenario scenario)
    {
        lock (_gate)
        {
            _running.Remove(scenario.Id);
            _console.MarkupLineInterpolated($"[grey]REFUSED     {scenario.Id}, because another worker had a result first[/]");
            Describe();
        }
    }

    public void Waits(string what)
    {
        lock (_gate) _console.MarkupLineInterpolated($"[grey]WAITING     for {what}[/]");
    }

    public void Elsewhere(int done)
    {
        lock (_gate)
        {
            _everywhere = done;
            _task.Value = Math.Max(_done, _everywhere);
            Describe();
        }
    }

    public void Finished(Scenario scenario, ScenarioRecord record)
    {
        lock (_gate)
        {
            _running.Remove(scenario.Id);
            _task.Value = Math.Max(++_done, _everywhere);
            if (record.Verdict is not Verdict.Passed)
            {
                _bad++;
                _console.Write(Lines(record));
            }

            Describe();
        }
    }

    // A grid fills its lines to the edge: whatever the bar had drawn there before is gone.
    private static Grid Lines(ScenarioRecord record)
    {
        var grid = new Grid().Expand();
        grid.AddColumn(new GridColumn().Width(12).NoWrap().Padding(0, 0, 1, 0));
        grid.AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        grid.AddRow(new Markup($"[{VerdictStyle.Colour(record.Verdict)}]{record.Verdict.Text()}[/]"), new Text(record.Id));
        if (record.Reason is { } reason) grid.AddRow(new Text(""), new Text(reason, new Style(Color.Grey)));
        if (record.Place() is { } place)
            grid.AddRow(new Text(""), new Text($"at {place}: {record.Deciding()!.Text}", new Style(Color.Grey)));
        foreach (var sentence in record.Deciding()?.Diagnosis ?? [])
            grid.AddRow(new Text(""), new Text($"Seen in the browser: {sentence}", new Style(Color.Grey)));
        return grid;
    }

    // Short enough that the bar stays on its line.
    private void Describe()
    {
        var counts = $"{_task.Value:0}/{_task.MaxValue:0}{(_bad > 0 ? $", {_bad} not passed" : "")}";
        var running = string.Join(" · ", _running);
        var room = Math.Max(0, _console.Profile.Width - 55 - counts.Length);
        _task.Description = Markup.Escape($"{counts}  {(running.Length <= room ? running : running[..room] + "…")}");
    }
}
