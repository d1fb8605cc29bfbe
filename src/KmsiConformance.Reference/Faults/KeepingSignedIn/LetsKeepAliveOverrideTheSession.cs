using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Under the 2018-08 reading KeepAliveInDays replaces SessionExpiryInSeconds instead of adding a gate.</summary>
internal sealed class LetsKeepAliveOverrideTheSession : Conduct, IFault
{
    public static string Does => "Under the 2018-08 reading KeepAliveInDays replaces SessionExpiryInSeconds instead of adding a gate.";

    public static IReadOnlyList<string> Violates => ["R-048"];

    public static IReadOnlyList<string> Profiles => [B2cProfile.August2018];

    public override bool BothGatesMustPass => false;
}
