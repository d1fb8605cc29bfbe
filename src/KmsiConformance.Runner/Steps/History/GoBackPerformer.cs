using KmsiConformance.Browsers;
using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Suite.Steps.History;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.History;

/// <summary>Goes back to a page that was shown before.</summary>
internal sealed class GoBackPerformer : StepPerformer<GoBackStep>
{
    protected override async Task PerformAsync(
        World world, GoBackStep step, string profile, CancellationToken cancellation)
    {
        try
        {
            if (!await world.GoBackAsync(step.App, step.ToSignInPage, cancellation))
                throw new MissingEvidenceException($"the browser has no such page of {step.App} in its history");
        }
        catch (FormAgainException unasked)
        {
            throw new MissingEvidenceException(unasked.Message);
        }
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, GoBackStep step, string profile) =>
        [VisitChecks.For(step.Expect.For(profile), step.App)];
}
