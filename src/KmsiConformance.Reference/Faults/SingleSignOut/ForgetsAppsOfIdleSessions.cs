using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class ForgetsAppsOfIdleSessions : SessionRules, IFault
{
    public static string Does => "A sign-out tells the applications only if the session was used in the last ten minutes.";

    public static IReadOnlyList<string> Violates => ["R-102", "N-50"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect && readings.TellsApps;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    public override bool TellsOf(Session session, DateTimeOffset now) => now - session.UsedAt <= Memory;
}
