using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.Services;

namespace KmsiConformance.Reference.Faults.ThirdParties;

internal class LendsServiceAnswersToTheNextUser : ServiceRules, IFault
{
    public static string Does =>
        "What a session remembers of what services said goes to whoever signs in next in the same browser, and nobody is asked about them.";

    public static IReadOnlyList<string> Violates => ["R-145"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool AsksAnewAtSignIn => false;
}
