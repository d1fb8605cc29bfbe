using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Suite.Steps.Cookies;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Demands that there is no such cookie.</summary>
internal sealed class ExpectNoCookiePerformer : LookingPerformer<ExpectNoCookieStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectNoCookieStep step, string profile) =>
        [new NoSuchCookie(ExpectCookiePerformer.Meant(step.Cookie))];
}
