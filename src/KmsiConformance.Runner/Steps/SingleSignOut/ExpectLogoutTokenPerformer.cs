using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Suite.Steps.SingleSignOut;

namespace KmsiConformance.Runner.Steps.SingleSignOut;

/// <summary>Looks at what an app's server was told by the login endpoint's.</summary>
internal sealed class ExpectLogoutTokenPerformer : LookingPerformer<ExpectLogoutTokenStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectLogoutTokenStep step, string profile) =>
        [new LogoutTokenArrives(step.App, step.Times)];
}
