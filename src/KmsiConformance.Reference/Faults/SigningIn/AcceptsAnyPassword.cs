namespace KmsiConformance.Reference;

/// <summary>Any password will do.</summary>
internal sealed class AcceptsAnyPassword : Conduct, IFault
{
    public static string Does => "Any password will do.";

    public static IReadOnlyList<string> Violates => ["R-005", "R-006"];

    public override bool AcceptsPassword(ReferenceUser user, string password) => true;
}
