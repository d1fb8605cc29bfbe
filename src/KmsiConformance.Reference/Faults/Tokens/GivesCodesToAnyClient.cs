namespace KmsiConformance.Reference;

/// <summary>A code can be exchanged by any application.</summary>
internal sealed class GivesCodesToAnyClient : Conduct, IFault
{
    public static string Does => "A code can be exchanged by any application.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool BindsCodesToClients => false;
}
