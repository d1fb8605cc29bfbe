using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.SignIn;

/// <summary>Fills in the page that an earlier step left open.</summary>
internal sealed class FillInPerformer : StepPerformer<FillInStep>
{
    protected override async Task PerformAsync(
        World world, FillInStep step, string profile, CancellationToken cancellation)
    {
        var before = world.Ledger.Count;
        if (await world.ShownInsteadAsync(cancellation) is { } instead)
            throw new MissingEvidenceException($"the sign-in page of {step.App} that was left open is not there any more: {instead}");
        world.Ledger.Append(new SignInTakenUp(step.App, world.App(step.App).OnSite is not null));
        await Entries.FillInAsync(world, step, before, isLedAstray: false, cancellation);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, FillInStep step, string profile) => Entries.Checks(step, profile);
}
