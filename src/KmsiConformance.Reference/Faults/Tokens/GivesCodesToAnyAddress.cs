namespace KmsiConformance.Reference;

/// <summary>A code can be exchanged with any redirect URI.</summary>
internal sealed class GivesCodesToAnyAddress : Conduct, IFault
{
    public static string Does => "A code can be exchanged with any redirect URI.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool BindsCodesToAddresses => false;
}
