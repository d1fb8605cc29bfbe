using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

/// <summary>A content policy for all pages that somebody hardened, and nobody thought of the page that signs out.</summary>
internal class ForbidsItsOwnFrames : NotificationRules, IFault
{
    public static string Does => "The content policy of the sign-out page forbids the very frames that would tell the applications.";

    public static IReadOnlyList<string> Violates => ["R-102", "N-50"];

    public static bool ActsUnder(Readings readings) => readings.TellsApps;

    internal override string FrameSources => "'self'";
}
