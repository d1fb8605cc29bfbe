using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Suite.Steps.SingleSignOut;

namespace KmsiConformance.Runner.Steps.SingleSignOut;

/// <summary>Looks at the last call to an app's LogoutUrl.</summary>
internal sealed class ExpectSessionIdPerformer : LookingPerformer<ExpectSessionIdStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectSessionIdStep step, string profile) =>
        [step.IsOfIssuer ? new NotificationNamesTheIssuer(step.App) : new NotificationNamesTheSession(step.App)];
}
