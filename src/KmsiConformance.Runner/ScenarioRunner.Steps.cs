using System.Diagnostics;
using KmsiConformance.Browsers;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Steps;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.History;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <content>Its steps, one after the other.</content>
internal sealed partial class ScenarioRunner
{
    private async Task<ScenarioRecord> StepsAsync(World world, CancellationToken cancellation)
    {
        foreach (var step in scenario.Steps.Skip(_records.Count))
        {
            if (options.Parking is { } parking && RealWait(step, world) is { } wait && wait > parking.After)
                return await ParkAsync(world, parking.Lot, step, wait, cancellation);
            using var span = Tracing.Begin("step", step.Text(options.Profile));
            var record = await StepAsync(world, step, cancellation);
            span.End(record.Verdict, record.Actual);
            _records.Add(record);
            if (record is { Violated: null, Verdict: not Verdict.Passed }) return Record(over: null);
        }

        // What a script says without effect may be the very thing the scenario is about.
        return world.NeverAsked is not [var mapping, ..] ? Record(over: null)
            : Over(Verdict.Error, $"Nobody asked for the scripted answer {mapping}. "
                + "Expected each mapping to be asked for: correct its path or method, or leave it out.");
    }

    // What broke may have broken because nobody is there any more.
    private static async Task<Unjudged?> GoneAsync(World world, CancellationToken cancellation) =>
        await world.Target.WhyGoneAsync(cancellation) is { } gone ? Gone(gone) : null;

    private static Unjudged Gone(string why) => new(Verdict.Error, "a target that is there", why);

    private async Task<StepRecord> StepAsync(World world, Step step, CancellationToken cancellation)
    {
        using var limit = new StepBudget(StepLimit, RealWait(step, world) ?? TimeSpan.Zero, cancellation);
        world.Budget = limit;
        var real = Stopwatch.StartNew();
        world.BeginStep(step.Text(options.Profile));
        var done = await DoAsync(world, step, limit, cancellation);
        var ended = (StepEnded)world.Ledger.Append(done with { DurationMs = real.ElapsedMilliseconds });
        var record = _judge.Judge(step, world.Ledger.Since(0), ended);
        if (await WithdrawnAsync(world, step, limit, record, cancellation) is { } why)
        {
            world.Ledger.Append(new StepWithdrawn(why));
            return _judge.Judge(step, world.Ledger.Since(0), ended);
        }

        if (record is { Check: not null, Verdict: not Verdict.Passed } && !ended.BoxIsMissing)
            await world.TakeScreenshotAsync($"{record.Verdict.Text()}: {record.Text}", limit.Token);
        return record;
    }

    // What is not there any more is not to blame for what it did not do.
    private async Task<Unjudged?> WithdrawnAsync(
        World world, Step step, StepBudget limit, StepRecord record, CancellationToken cancellation)
    {
        var gone = record is { Check: not null, Verdict: not Verdict.Passed } ? await GoneAsync(world, cancellation) : null;
        return gone is null ? Unbelievable(world, step, limit, record.Verdict)
            : Unbelievable(world, step, limit, Verdict.Error) ?? gone;
    }

    // How the step ended, for its judge.
    private async Task<StepEnded> DoAsync(World world, Step step, StepBudget limit, CancellationToken cancellation)
    {
        static StepEnded Not(Unjudged why) => new(0) { Unjudged = why };

        var before = world.Ledger.Count;
        try
        {
            if (step is CredentialsStep first && IsTypedAgain(first)) await world.AwaitYoungCodeAsync(first.User, limit.Token);
            await PerformAsync(world, step, limit.Token);
            var seen = world.SeenInTab(before);
            if (seen.OfType<HarnessFault>().FirstOrDefault() is { } fault)
                return Not(await GoneAsync(world, cancellation) ?? new Unjudged(Verdict.Error, "a harness that works", fault.Message));
            if (world.Target.Gone is { } ended) return Not(Gone(ended));
            if (step is SignInStep { ReturnTo: null } or FillInStep or OpenStep or GoBackStep { ToSignInPage: false } or ReloadStep)
                Observe(world, ((VisitStep)step).App, seen);
            return new StepEnded(0);
        }
        catch (Exception missing) when (
            missing is MissingEvidenceException or CookiesUntoldException && world.Target.Gone is null)
        {
            return Not(new Unjudged(Verdict.CantTell, "something to act on", Trouble.Said(missing)));
        }
        catch (NotOfferedException absent)
        {
            return Not(new Unjudged(Verdict.Inapplicable, "something that the target offers", Trouble.Said(absent)));
        }
        catch (SignInWithheldException withheld)
        {
            return Not(new Unjudged(Verdict.CantTell, "a sign-in that may be tried", Trouble.Said(withheld)));
        }
        catch (ClockCannotMoveException stands)
        {
            return Not(new Unjudged(Verdict.CantTell, "time that can be moved", Trouble.Said(stands)));
        }
        catch (ControlMissingException missing) when (world.Target.Gone is null)
        {
            await world.TakeScreenshotAsync($"{step.Text(options.Profile)}: a control is missing", cancellation);
            return new StepEnded(0)
            {
                Unjudged = new Unjudged(Verdict.CantTell, $"a page with the {missing.Control.What}", Unfound(world, missing)),
                BoxIsMissing = BoxIsOwed(world, missing),
            };
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            var message = limit.Token.IsCancellationRequested ? TooLate(limit) : Trouble.Said(broken);
            world.Ledger.Append(new HarnessFault(message));
            return Not(await GoneAsync(world, cancellation) ?? new Unjudged(Verdict.Error, "a step that can be done", message));
        }
    }

    // Between the two lie a few seconds of steps, and not the end of the code.
    private bool IsTypedAgain(CredentialsStep first) => !first.CodeAgain && scenario.Steps.SkipWhile(step => step != first)
        .OfType<CredentialsStep>().Any(later => later.CodeAgain && later.User == first.User);

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
    private async Task PerformAsync(World world, Step step, CancellationToken limit)
    {
        await StepPerformer.All[step.GetType()].PerformAsync(world, step, options.Profile, limit).WaitAsync(limit);
        await world.LookAsync(limit).WaitAsync(limit);
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
}
