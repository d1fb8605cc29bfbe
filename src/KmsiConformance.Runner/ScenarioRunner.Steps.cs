using System.Diagnostics;
using KmsiConformance.Browsers;
using KmsiConformance.Checks;
using KmsiConformance.Checks.KeepMeSignedIn;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Steps;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.History;
using KmsiConformance.Suite.Steps.Pages;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <content>Its steps, one after the other.</content>
internal sealed partial class ScenarioRunner
{
    private async Task<Verdict> StepsAsync(World world, CancellationToken cancellation)
    {
        foreach (var step in scenario.Steps.Skip(_records.Count))
        {
            if (options.Parking is { } parking && RealWait(step, world) is { } wait && wait > parking.After)
                return await ParkAsync(world, parking.Lot, step, wait, cancellation);
            var record = await StepAsync(world, step, cancellation);
            _records.Add(record);
            if (record.Verdict == Verdict.Passed) continue;
            _reason = record.Actual is null ? record.Text : $"Expected {record.Expected}. Saw {Ended(record.Actual)}";
            return record.Verdict;
        }

        // What a script says without effect may be the very thing the scenario is about.
        if (world.NeverAsked is [var mapping, ..])
        {
            _reason = $"Nobody asked for the scripted answer {mapping}. "
                + "Expected each mapping to be asked for: correct its path or method, or leave it out.";
            return Verdict.Error;
        }

        // Steps that only act pass by being done; a scenario in which nothing was judged has shown nothing.
        if (_records.Any(record => record.Check is not null)) return Verdict.Passed;
        _reason = "No step of this scenario judges anything.";
        return Verdict.CantTell;
    }

    // What is told may be a sentence already.
    private static string Ended(string seen) => seen is [.., '.' or '?' or '!'] ? seen : seen + ".";

    // What broke may have broken because nobody is there any more.
    private static async Task<StepRecord?> GoneAsync(
        World world, Func<Verdict, string?, string?, string?, StepRecord> record, CancellationToken cancellation) =>
        await world.Target.WhyGoneAsync(cancellation) is { } gone ? record(Verdict.Error, "a target that is there", gone, null) : null;

    private async Task<StepRecord> StepAsync(World world, Step step, CancellationToken cancellation)
    {
        using var limit = new StepBudget(StepLimit, RealWait(step, world) ?? TimeSpan.Zero, cancellation);
        world.Budget = limit;
        return Believed(world, step, limit, await StepAsync(world, step, limit, cancellation));
    }

    private async Task<StepRecord> StepAsync(World world, Step step, StepBudget limit, CancellationToken cancellation)
    {
        var real = Stopwatch.StartNew();
        var text = step.Text(options.Profile);
        var before = world.Ledger.Count;
        world.BeginStep(text);

        StepRecord Record(Verdict verdict, string? expected, string? actual, string? check) => new()
        {
            Text = text, Verdict = verdict, Expected = expected, Actual = actual, Check = check,
            At = world.Clock.GetUtcNow(), DurationMs = real.ElapsedMilliseconds, Line = step.Line, Device = world.Device, Tab = world.Tab,
        };

        StepRecord Judged(StepJudgement judged) => Record(judged.Verdict, judged.Expected, judged.Actual, judged.Check);

        Evidence Seen() => new(All(world, step), world.SeenInTab(before), world.Clock.GetUtcNow()) { Everywhere = world.Ledger.Since(0) };

        try
        {
            if (step is CredentialsStep first && IsTypedAgain(first)) await world.AwaitYoungCodeAsync(first.User, limit.Token);
            var checks = await PerformAsync(world, step, limit.Token);
            var seen = world.SeenInTab(before);
            if (seen.OfType<HarnessFault>().FirstOrDefault() is { } fault)
                return await GoneAsync(world, Record, cancellation) ?? Record(Verdict.Error, "a harness that works", fault.Message, null);
            if (world.Target.Gone is { } ended) return Record(Verdict.Error, "a target that is there", ended, null);
            if (step is SignInStep { ReturnTo: null } or FillInStep or OpenStep or GoBackStep { ToSignInPage: false } or ReloadStep)
                Observe(world, ((VisitStep)step).App, seen);
            var evidence = Seen() with { Step = seen };
            var record = Judged(StepJudgement.Of(checks, evidence));
            if (record.Verdict == Verdict.Passed) return record;

            // What is not there any more is not to blame for what it did not do.
            if (await GoneAsync(world, Record, cancellation) is { } gone) return gone;
            await world.TakeScreenshotAsync($"{record.Verdict.Text()}: {text}", limit.Token);
            return Diagnosis.Of(evidence) is { Count: > 0 } sentences ? record with { Diagnosis = sentences } : record;
        }
        catch (Exception missing) when (
            missing is MissingEvidenceException or CookiesUntoldException && world.Target.Gone is null)
        {
            return Record(Verdict.CantTell, "something to act on", Trouble.Said(missing), null);
        }
        catch (NotOfferedException absent)
        {
            return Record(Verdict.Inapplicable, "something that the target offers", Trouble.Said(absent), null);
        }
        catch (SignInWithheldException withheld)
        {
            return Record(Verdict.CantTell, "a sign-in that may be tried", Trouble.Said(withheld), null);
        }
        catch (ClockCannotMoveException stands)
        {
            return Record(Verdict.CantTell, "time that can be moved", Trouble.Said(stands), null);
        }
        catch (ControlMissingException missing) when (world.Target.Gone is null)
        {
            await world.TakeScreenshotAsync($"{text}: a control is missing", cancellation);
            var judged = BoxIsOwed(world, missing) ? Judged(StepJudgement.Of([new BoxIsOffered(true)], Seen())) : null;
            if (judged is { Verdict: Verdict.Failed }) return judged;
            return Record(Verdict.CantTell, $"a page with the {missing.Control.What}", Unfound(world, missing), null);
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            var message = limit.Token.IsCancellationRequested
                ? $"the step did not end within {limit.Time.TotalSeconds:0} s of real time"
                : Trouble.Said(broken);
            world.Ledger.Append(new HarnessFault(message));
            return await GoneAsync(world, Record, cancellation) ?? Record(Verdict.Error, "a step that can be done", message, null);
        }
    }

    // Between the two lie a few seconds of steps, and not the end of the code.
    private bool IsTypedAgain(CredentialsStep first) => !first.CodeAgain && scenario.Steps.SkipWhile(step => step != first)
        .OfType<CredentialsStep>().Any(later => later.CodeAgain && later.User == first.User);

    // What a page shows is looked at in the tab in use; sessions and cookies are of the whole browser.
    private static IReadOnlyList<Event> All(World world, Step step) => step is ExpectPageStep ? world.SeenInTab(0) : world.Seen(0);

    // Of all controls only the box can be promised; where it would have no effect, hiding it is allowed.
    private static bool BoxIsOwed(World world, ControlMissingException missing) => world.Target.Policy.PromisesBox
        && missing.Control is { RecipeKey: ControlMissing.KeepMeSignedIn, Selectors.Count: > 0 };

    private static string Unfound(World world, ControlMissingException missing) => missing.Control.RecipeKey is { } key
        ? $"{Trouble.Said(missing)}. How to find it stands in {world.RecipeFile} under '{key}'"
        : Trouble.Said(missing);

    // For readers of the ledger; checks judge from the facts themselves.
    private static void Observe(World world, string app, IReadOnlyList<Event> seen)
    {
        var outcome = VisitOutcome.Of(seen, app);
        world.Ledger.Append(new SignInObserved(app, outcome.Kind, outcome.Because));
    }

    // The limit guards against hangs even where a library ignores its cancellation token.
    private async Task<IReadOnlyList<Check>> PerformAsync(World world, Step step, CancellationToken limit)
    {
        var checks = await StepPerformer.All[step.GetType()].PerformAsync(world, step, options.Profile, limit).WaitAsync(limit);
        await world.LookAsync(limit).WaitAsync(limit);
        return checks;
    }

    // Null for a step that does not wait, or moves a clock.
    private static TimeSpan? RealWait(Step step, World world) => !world.TimeIsReal ? null : step switch
    {
        WaitStep wait => wait.Duration.Evaluate(world.Settings),
        SignInStep { After: { } after } => after.Evaluate(world.Settings),
        MisuseCodeStep { IsLate: true } => MisuseCodeStep.Late,
        WaitUntilStep until => until.Moment.Evaluate(world.Settings, world.Start, world.SignedInAt) - world.Clock.GetUtcNow(),
        _ => null,
    };

    private StepRecord Unreached(Step step) => new() { Text = step.Text(options.Profile), Verdict = Verdict.Skipped, Line = step.Line };

}
