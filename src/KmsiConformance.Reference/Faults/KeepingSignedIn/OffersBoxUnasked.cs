using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>The page shows the box although the policy does not ask for it.</summary>
internal sealed class OffersBoxUnasked : Conduct, IFault
{
    public static string Does => "The page shows the box although the policy does not ask for it.";

    public static IReadOnlyList<string> Violates => ["R-034", "R-037", "R-038"];

    public override bool OffersBox(CustomPolicy policy) => true;
}
