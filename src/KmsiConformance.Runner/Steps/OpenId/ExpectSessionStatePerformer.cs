using KmsiConformance.Checks;
using KmsiConformance.Checks.OpenId;
using KmsiConformance.Suite.Steps.OpenId;

namespace KmsiConformance.Runner.Steps.OpenId;

/// <summary>Looks at the last answer to an app.</summary>
internal sealed class ExpectSessionStatePerformer : LookingPerformer<ExpectSessionStateStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectSessionStateStep step, string profile) =>
        [new SessionStateComesWithTheAnswer(step.App)];
}
