using KmsiConformance.Browsers;
using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Suite.Steps.History;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.History;

/// <summary>Loads the page that is shown once more.</summary>
internal sealed class ReloadPerformer : StepPerformer<ReloadStep>
{
    protected override async Task PerformAsync(
        World world, ReloadStep step, string profile, CancellationToken cancellation)
    {
        try
        {
            if (!await world.ReloadAsync(step.App, cancellation))
                throw new MissingEvidenceException($"the page that is shown is none of {step.App}");
        }
        catch (FormAgainException unasked)
        {
            throw new MissingEvidenceException(unasked.Message);
        }
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, ReloadStep step, string profile) =>
        [VisitChecks.For(step.Expect.For(profile), step.App)];
}
