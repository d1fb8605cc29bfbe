using System.Collections.Concurrent;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;

namespace KmsiConformance.Browsers.Canaries;

/// <summary>
/// Tries each condition that a scenario relies on, once for each run and only when a scenario asks for it: with a browser made
/// as the scenario's own will be.
/// </summary>
/// <param name="makeClock">Makes a world's browser clock.</param>
/// <param name="makeBrowser">Makes a browser for its clock, an observer and conditions; not started.</param>
/// <param name="programOf">Which program browsers of the conditions are: an answer is one program's.</param>
/// <param name="say">Told of each answer, one line each.</param>
public sealed class ConditionsProven(
    Func<WorldClock, BrowserClock> makeClock,
    Func<BrowserClock, Action<BrowserSight>, BrowserConditions, IBrowser> makeBrowser,
    Func<BrowserConditions, string> programOf,
    Action<string> say)
{
    private const int MostTries = 3;

    private readonly string _usual = programOf(BrowserConditions.None);
    private readonly ConcurrentDictionary<(Canary Canary, string Program), Lazy<Task<CanaryAnswer>>> _asked = new();

    private readonly ConcurrentDictionary<(Canary Canary, string Program), int> _unseen = new();

    /// <summary>What has been tried so far.</summary>
    public IReadOnlyList<CanaryAnswer> Answers =>
        [.. _asked.Values.Where(asked => asked is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            .Select(asked => asked.Value.Result).Order(Comparer<CanaryAnswer>.Create((one, other) =>
                string.CompareOrdinal(one.Condition, other.Condition)))];

    /// <summary>The first condition that does not hold, or that nobody could see; null when all hold.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<CanaryAnswer?> WhyNotAsync(BrowserConditions conditions, CancellationToken cancellation)
    {
        foreach (var canary in Canary.Of(conditions))
        {
            var answer = await AnswerAsync((canary, programOf(conditions)), conditions, cancellation);
            if (answer.Holds != true) return answer;
        }

        return null;
    }

    private async Task<CanaryAnswer> AnswerAsync(
        (Canary Canary, string Program) what, BrowserConditions conditions, CancellationToken cancellation)
    {
        while (true)
        {
            var asked = _asked.GetOrAdd(what, _ => new Lazy<Task<CanaryAnswer>>(() =>
                AskAsync(what.Canary, conditions, what.Program, cancellation)));
            try
            {
                var answer = await asked.Value;

                // Nobody could see it: the next scenario that relies on it may.
                if (answer.Holds is null && _unseen.AddOrUpdate(what, 1, (_, times) => times + 1) < MostTries)
                    _asked.TryRemove(KeyValuePair.Create(what, asked));
                return answer;
            }
            catch (OperationCanceledException)
            {
                // Perhaps another run's: whoever is not interrupted asks anew.
                _asked.TryRemove(KeyValuePair.Create(what, asked));
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<CanaryAnswer> AskAsync(
        Canary canary, BrowserConditions conditions, string program, CancellationToken cancellation)
    {
        // A machine that is busy may fail once; a browser that does otherwise than it was told is not asked again. What was seen while
        // somebody stood still is no answer.
        CanaryAnswer answer;
        var tries = 0;
        do answer = await TryAsync(canary, conditions, cancellation);
        while (answer.Holds is null && ++tries < MostTries);
        say($"Condition: {answer.Condition}{(program == _usual ? "" : $", {program}")}"
            + $"{answer.Holds switch { true => "", false => " DOES NOT HOLD", _ => " could not be seen" }}. "
            + $"{char.ToUpperInvariant(answer.Saw[0])}{answer.Saw[1..].TrimEnd('.')}.");
        return answer with { Program = program };
    }

    private async Task<CanaryAnswer> TryAsync(Canary canary, BrowserConditions conditions, CancellationToken cancellation)
    {
        using var clock = makeClock(new WorldClock());
        await using var site = await CanarySite.StartAsync(clock.World, cancellation);
        await using var browser = makeBrowser(clock, _ => { }, conditions);
        var mark = Heartbeat.OfThisProcess.Mark();
        using var watch = Heartbeat.OfThisProcess.WatchProcesses(() => browser.ProcessId is { } id ? [("the browser", id)] : []);
        try
        {
            var answer = await canary.AskAsync(browser, site, cancellation);
            return Heartbeat.OfThisProcess.Longest(mark, watch) is { } standstill
                ? answer with { Holds = null, Saw = standstill.ToString() }
                : answer;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return new CanaryAnswer(canary.Condition, null, Trouble.Said(failure));
        }
    }
}
