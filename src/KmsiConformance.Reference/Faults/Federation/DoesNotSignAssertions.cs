namespace KmsiConformance.Reference;

/// <summary>Assertions for SAML applications are not signed.</summary>
internal sealed class DoesNotSignAssertions : Conduct, IFault
{
    public static string Does => "Assertions for SAML applications are not signed.";

    public static IReadOnlyList<string> Violates => ["R-018"];

    public override bool SignsAssertions => false;
}
