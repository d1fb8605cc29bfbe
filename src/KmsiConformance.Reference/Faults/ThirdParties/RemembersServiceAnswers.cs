using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Services;

namespace KmsiConformance.Reference.Faults.ThirdParties;

internal class RemembersServiceAnswers : ServiceRules, IFault
{
    public static string Does =>
        "What a service said at the sign-in stands for the whole session: silent sign-ins ask it no more.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override IReadOnlySet<string>? Remembered(RestService service) =>
        service.Given.Select(claim => claim.ClaimType).ToHashSet(StringComparer.Ordinal);
}
