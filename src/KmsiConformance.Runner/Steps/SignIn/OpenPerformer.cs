using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.SignIn;

/// <summary>Visits a protected page and leaves whatever it shows as it is.</summary>
internal sealed class OpenPerformer : StepPerformer<OpenStep>
{
    protected override async Task PerformAsync(
        World world, OpenStep step, string profile, CancellationToken cancellation)
    {
        var visit = Visits.Of(world, step);
        if (await world.App(step.App).WhyNotAsync(visit) is { } reason) throw new MissingEvidenceException(reason);
        var before = world.Ledger.Count;
        var page = await world.OpenAppAsync(step.App, visit, cancellation);
        Visits.DemandRequest(world, before, step.App, visit, step.Expect.For(profile));
        if (step.With is { } provider && world.AsksAtLogin(page)) await world.ChooseProviderAsync(provider, null, cancellation);
        if (step.RefusesConsent) await world.AnswerAsync(PageKinds.Consent, SignInEntry.Refuse, cancellation);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, OpenStep step, string profile)
    {
        yield return step.RedirectUri is null ? Entries.Outcome(step.App, step.Expect.For(profile), step.RefusesConsent)
            : new AnswerGoesToNobodyElse(step.App);
        if (step.As is { } user) yield return new PageNamesWhoIsSignedIn(step.App, world.UserName(user));
    }
}
