using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;
using KmsiConformance.Worlds.Apps;

namespace KmsiConformance.Runner.Steps;

/// <summary>Opens the app and, when the login endpoint asks, fills in its page. When it does not ask, the check says so.</summary>
internal sealed class SignInPerformer : StepPerformer<SignInStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, SignInStep step, string profile, CancellationToken cancellation)
    {
        if (step.With is not null) return await FederatedVisits.SignInAsync(world, step, profile, cancellation);
        var before = world.Ledger.Count;
        var page = await world.OpenAsync(world.App(step.App).ProtectedPage(new AppVisit(step.Prompt, OtherPolicy: step.OtherPolicy) { DomainHint = step.DomainHint }), cancellation);
        if (page.Kind is "credentials" or "second-factor")
        {
            var given = new SignInEntry(world.Target.User(step.User), step.KeepMeSignedIn, step.WrongPassword, step.StaySignedIn, step.DoNotAskAgain);
            await world.SignInAsync(given with { WrongCode = step.WrongCode }, cancellation);
            if (world.Ledger.Since(before).OfType<AppSessionStarted>().Any()) world.SignedInAt = world.Clock.GetUtcNow();
        }

        var outcome = VisitChecks.For(step.Expect.For(profile), step.App);

        // Naming an answer says that there is a question.
        return step.StaySignedIn is null ? [outcome] : [new QuestionIsAsked(), outcome];
    }
}

/// <summary>Visits a protected page and leaves whatever it shows as it is.</summary>
internal sealed class OpenPerformer : StepPerformer<OpenStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, OpenStep step, string profile, CancellationToken cancellation)
    {
        var page = await world.OpenAsync(world.App(step.App).ProtectedPage(new AppVisit(step.Prompt, step.MaxAge, step.ByLink, step.OtherPolicy) { SendsHint = step.SendsHint, DomainHint = step.DomainHint }), cancellation);
        if (step.With is { } provider && world.AsksAtLogin(page)) await world.ChooseProviderAsync(provider, null, cancellation);
        return [VisitChecks.For(step.Expect.For(profile), step.App)];
    }
}

/// <summary>Has the app try its last code again.</summary>
internal sealed class ReplayCodePerformer : StepPerformer<ReplayCodeStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, ReplayCodeStep step, string profile, CancellationToken cancellation)
    {
        if (!await world.App(step.App).ReplayCodeAsync()) throw new MissingEvidenceException($"{step.App} has not received a code so far");
        return [new CodeWorksOnlyOnce(step.App)];
    }
}
