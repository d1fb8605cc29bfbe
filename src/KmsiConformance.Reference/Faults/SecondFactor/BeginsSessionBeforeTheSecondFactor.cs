namespace KmsiConformance.Reference;

internal sealed class BeginsSessionBeforeTheSecondFactor : Conduct, IFault
{
    public static string Does => "Begins the session, with its cookie, when only the password was given.";

    public static IReadOnlyList<string> Violates => ["R-066", "R-006"];

    public override bool PasswordAloneBeginsSession => true;
}
