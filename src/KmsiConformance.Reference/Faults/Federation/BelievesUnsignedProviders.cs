namespace KmsiConformance.Reference;

/// <summary>What an identity provider says is believed whoever signed it.</summary>
internal sealed class BelievesUnsignedProviders : Conduct, IFault
{
    public static string Does => "What an identity provider says is believed whoever signed it.";

    public static IReadOnlyList<string> Violates => ["R-006"];

    public override bool VerifiesProviderSignatures => false;
}
