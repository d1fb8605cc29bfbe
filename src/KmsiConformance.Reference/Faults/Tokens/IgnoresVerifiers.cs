namespace KmsiConformance.Reference;

/// <summary>A code can be exchanged without the PKCE verifier, or with a wrong one.</summary>
internal sealed class IgnoresVerifiers : Conduct, IFault
{
    public static string Does => "A code can be exchanged without the PKCE verifier, or with a wrong one.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool DemandsVerifiers => false;
}
