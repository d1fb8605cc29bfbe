using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class RenewsThePagesDay : TokenEndpointRules, IFault
{
    public static string Does => "Each use of a single-page app's refresh token gives it another day, as if it were a server's.";

    public static IReadOnlyList<string> Violates => ["N-14"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c;

    public override DateTimeOffset SinglePageRefreshEnd(DateTimeOffset signedInAt, DateTimeOffset now) =>
        base.SinglePageRefreshEnd(now, now);
}
