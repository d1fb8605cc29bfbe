using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class RefreshesUnderTheUserName : TokenRules, IFault
{
    public static string Does => "The tokens of a refresh have the user name for their sub, those of a sign-in the object id.";

    public static IReadOnlyList<string> Violates => ["N-13"];

    public override string SubjectOfRefresh(string subject, string userName) => userName;
}
