using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps.Federation;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Federation;

/// <summary>Signs out at an identity provider itself.</summary>
internal sealed class SignOutAtPerformer : StepPerformer<SignOutAtStep>
{
    protected override async Task PerformAsync(
        World world, SignOutAtStep step, string profile, CancellationToken cancellation)
    {
        var before = world.Ledger.Count;
        await world.OpenAsync(world.Provider(step.Provider).SignOutAddress, cancellation);
        if (!world.Ledger.Since(before).OfType<ProviderSessionEnded>().Any(session => session.Provider == step.Provider))
            throw new MissingEvidenceException(
                $"{step.Provider} ended no session: nobody is signed in there, or its page was not reached");
    }
}
