using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class SignsOutOfAllApplications : SignOutRules, IFault
{
    public static string Does => "Under scope Application a sign-out ends the sessions of all applications.";

    public static IReadOnlyList<string> Violates => ["R-064"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override IEnumerable<SessionKey> SignedOut(SessionKey key, IReadOnlyList<AppRegistration> registered) =>
        key.ClientId is null ? [key] : registered.Select(app => new SessionKey(ClientId: app.ClientId));
}
