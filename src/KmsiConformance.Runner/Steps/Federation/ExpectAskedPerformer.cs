using KmsiConformance.Checks;
using KmsiConformance.Checks.Federation;
using KmsiConformance.Suite.Steps.Federation;

namespace KmsiConformance.Runner.Steps.Federation;

/// <summary>Demands that an identity provider was asked, or was not.</summary>
internal sealed class ExpectAskedPerformer : LookingPerformer<ExpectAskedStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectAskedStep step, string profile) =>
        [new ProviderIsAsked(step.Provider, step.For, step.Times)];
}
