using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class EchoesAcrValues : AuthorizeRules, IFault
{
    public static string Does => "The acr of a token is whatever the application asked for, although nothing was done for it.";

    public static IReadOnlyList<string> Violates => ["N-41"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override string? Satisfied(IReadOnlyCollection<string> acrValues) => acrValues.FirstOrDefault();
}
