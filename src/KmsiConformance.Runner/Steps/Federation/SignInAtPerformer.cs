using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.Federation;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Federation;

/// <summary>Signs in at an identity provider itself.</summary>
internal sealed class SignInAtPerformer : StepPerformer<SignInAtStep>
{
    protected override async Task PerformAsync(
        World world, SignInAtStep step, string profile, CancellationToken cancellation)
    {
        var before = world.Ledger.Count;
        var page = await world.OpenAsync(world.Provider(step.Provider).AccountAddress, cancellation);
        if (page.Kind == PageKinds.Credentials) await world.SubmitAtProviderAsync(step.Provider, step.User, wrongPassword: false,
            cancellation);
        if (!world.Ledger.Since(before).OfType<ProviderSessionStarted>().Any(session => session.Provider == step.Provider))
            throw new MissingEvidenceException(
                $"{step.Provider} began no session: somebody is signed in there already, or its page was not understood");
    }
}
