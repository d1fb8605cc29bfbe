using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Suite.Steps.SingleSignOut;

namespace KmsiConformance.Runner.Steps.SingleSignOut;

/// <summary>Looks at who was told of the last sign-out.</summary>
internal sealed class ExpectNotifiedPerformer : LookingPerformer<ExpectNotifiedStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectNotifiedStep step, string profile) => step.App switch
    {
        null => [new EveryAppOfTheSessionIsNotifiedOnce(), new NoOtherAppIsNotified(), new NotificationIsAGetRequest(),
            new NotifiedBeforeTheBrowserLeaves()],
        var app when step.Demanded(profile) == 0 => [new AppIsNotNotified(app)],
        var app => [new AppIsNotified(app, step.Demanded(profile)), new NotificationIsAGetRequest(), new NotifiedBeforeTheBrowserLeaves()],
    };
}
