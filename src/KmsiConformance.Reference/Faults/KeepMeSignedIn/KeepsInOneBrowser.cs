using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class KeepsInOneBrowser : SessionRules, IFault
{
    public static string Does =>
        "Ticking the box in another browser ends the session that was kept in the first.";

    public static IReadOnlyList<string> Violates => ["R-031", "R-056", "D-01"];

    public override bool KeepsInOneBrowserOnly => true;
}
