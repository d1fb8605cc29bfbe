using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Federation;

internal class DatesAuthenticationByTheAssertion : TokenRules, IFault
{
    public static string Does => "AuthnInstant is when the assertion was issued, however long ago the password was given.";

    public static IReadOnlyList<string> Violates => ["N-89"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.Saml && readings.TellsApps;

    public override DateTimeOffset AuthnInstant(DateTimeOffset credentialsGiven, DateTimeOffset now) => now;
}
