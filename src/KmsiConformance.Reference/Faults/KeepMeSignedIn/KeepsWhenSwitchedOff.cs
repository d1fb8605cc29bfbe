using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class KeepsWhenSwitchedOff : SessionRules, IFault
{
    public static string Does => "A ticked box keeps people signed in for 14 days although KeepAliveInDays is 0 or absent.";

    public static IReadOnlyList<string> Violates => ["R-039", "R-040"];

    public static bool ActsOnSites => true;

    private static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);

    public override bool Keeps(SessionSettings settings, bool offered, bool ticked) => offered && ticked;

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        kept && settings.KeepAlive is null ? Fortnight : base.ServerLifetime(settings, kept);

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) =>
        kept && settings.KeepAlive is null ? Fortnight : base.CookieLifetime(settings, kept);
}
