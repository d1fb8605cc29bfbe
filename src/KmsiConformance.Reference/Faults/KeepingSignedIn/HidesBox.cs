using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>The page never shows the box.</summary>
internal sealed class HidesBox : Conduct, IFault
{
    public static string Does => "The page never shows the box.";

    public static IReadOnlyList<string> Violates => ["R-030", "R-034", "R-035", "R-037"];

    public override bool OffersBox(CustomPolicy policy) => false;
}
