namespace KmsiConformance.Reference;

internal sealed class AcceptsAnyOneTimeCode : Conduct, IFault
{
    public static string Does => "Accepts any code as second factor.";

    public static IReadOnlyList<string> Violates => ["R-066", "R-006"];

    public override bool AcceptsCode(bool right) => true;
}
