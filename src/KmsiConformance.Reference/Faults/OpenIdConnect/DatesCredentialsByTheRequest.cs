using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class DatesCredentialsByTheRequest : SignInRules, IFault
{
    public static string Does => "The first auth_time is when the application asked, and not when the password was given.";

    public static IReadOnlyList<string> Violates => ["N-07"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override DateTimeOffset CredentialsGiven(DateTimeOffset? asked, DateTimeOffset now) => asked ?? now;
}
