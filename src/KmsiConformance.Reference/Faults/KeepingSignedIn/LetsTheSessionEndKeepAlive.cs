using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>SessionExpiryInSeconds ends a kept session, although KeepAliveInDays should replace it.</summary>
internal sealed class LetsTheSessionEndKeepAlive : Conduct, IFault
{
    public static string Does => "SessionExpiryInSeconds ends a kept session, although KeepAliveInDays should replace it.";

    public static IReadOnlyList<string> Violates => ["R-041", "R-050", "R-054"];

    public static IReadOnlyList<string> Profiles => [B2cProfile.September2016, B2cProfile.December2018, B2cProfile.December2020];

    public override bool BothGatesMustPass => true;
}
