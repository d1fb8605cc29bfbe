using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Suite.Steps.Forgeries;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Forgeries;

/// <summary>Has a stranger's page send what an attacker was shown or given.</summary>
internal sealed class ForgePerformer : StepPerformer<ForgeStep>
{
    protected override async Task PerformAsync(
        World world, ForgeStep step, string profile, CancellationToken cancellation)
    {
        var forged = step.Flaw is { } flaw
            ? world.ForgeLogoutRequestAsync(flaw, step.User, step.App, cancellation)
            : world.ForgeAsync(step.What, step.User, step.App, step.With, cancellation);
        if (await forged is { } why) throw new MissingEvidenceException(why);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, ForgeStep step, string profile) => [new ForgedRequestComesToNothing()];
}
