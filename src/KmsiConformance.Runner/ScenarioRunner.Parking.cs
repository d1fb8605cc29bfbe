using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
using KmsiConformance.Parking;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <content>Long waits in real time are not sat out: the scenario is put away and goes on in another run.</content>
internal sealed partial class ScenarioRunner
{
    private IReadOnlyList<string> Plan => [.. scenario.Steps.Select(step => step.Text(options.Profile))];

    private async Task<ScenarioRecord> ParkAsync(
        World world, ParkingLot lot, Step step, TimeSpan wait, CancellationToken cancellation)
    {
        var inTheMiddle = step is SignInStep || scenario.Steps.Skip(_records.Count).OfType<FillInStep>().Any()
            ? "a page that is open cannot be put away"
            : step is MisuseCodeStep ? "a code that is kept cannot be put away" : null;
        if ((inTheMiddle ?? world.WhyNotParked) is { } why)
        {
            var length = wait.TotalDays >= 1 ? $"{wait.TotalDays:0.#} days" : $"{wait.TotalMinutes:0} minutes";
            return Over(Verdict.CantTell, $"A wait of {length} is not sat out, and {why}.");
        }

        var text = step.Text(options.Profile);
        world.BeginStep(text);
        var (now, started) = (world.Clock.GetUtcNow(), _real.ElapsedMilliseconds);
        var due = now + wait;
        var state = await world.ParkAsync(cancellation);
        var done = new StepRecord
        {
            Text = text, Verdict = Verdict.Passed, At = due, DurationMs = _real.ElapsedMilliseconds - started, Line = step.Line,
        };
        lot.Park(new ParkedJourney(
            new ParkedLabel(
                scenario.Id, options.Worlds.Target.Name, options.Profile, options.Worlds.Browser.Name, now, due),
            [.. _records, done], Plan, world.Target.Policy.Words, state));
        return Over(
            Verdict.Skipped,
            $"Parked until {due.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC; 'kmsi run --resume-parked' goes on then.",
            due);
    }

    private async Task<ScenarioRecord> ResumeAsync(ParkingLot lot, ParkedLabel label, CancellationToken cancellation)
    {
        if (lot.Take(label) is not { } journey) return Over(Verdict.Skipped, "Another run has taken it out meanwhile.");
        _records.AddRange(journey.Steps);
        _policy = journey.Policy;
        var goesOn = false;
        try
        {
            if (Changed(journey) is { } changed)
            {
                goesOn = true;
                return Over(Verdict.CantTell, changed);
            }

            await using var world = await StartAsync(journey.World, cancellation);
            var late = await world.GoOnAsync(label.Due, cancellation);
            goesOn = true;
            _ranUntil = Heartbeat.OfThisProcess.Mark();
            world.Ledger.Append(new StepEnded(journey.Steps[^1].DurationMs));
            if (world.Target.Policy.Words != journey.Policy)
                return Over(Verdict.CantTell,
                    $"The declared policy was changed while it was parked: it was {journey.Policy}. Begin it anew.");
            if (late > ParkingRules.Lateness)
                return Over(Verdict.CantTell,
                    $"It was due at {label.Due.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC and went on {late.TotalMinutes:0} minutes "
                    + "later, which is another moment than the scenario asks about. Resume parked scenarios at the hour at which they "
                    + "were begun, or wait for them with --within.");
            return await StepsAsync(world, cancellation);
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            return Over(Verdict.Error, $"The parked world could not be set up or taken down: {Trouble.Said(broken)}");
        }
        finally
        {
            // One that has not looked yet can go on another time.
            if (goesOn) lot.Finish(label);
            else lot.PutBack(label);
        }
    }

    private string? Changed(ParkedJourney journey) => journey.Plan.SequenceEqual(Plan, StringComparer.Ordinal) ? null
        : "The scenario was changed while it was parked. Begin it anew.";
}
