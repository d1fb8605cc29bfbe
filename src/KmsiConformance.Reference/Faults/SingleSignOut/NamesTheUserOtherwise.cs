using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class NamesTheUserOtherwise : NotificationRules, IFault
{
    public static string Does => "A LogoutRequest names the user as they type it, and not as the SAML app knows them.";

    public static IReadOnlyList<string> Violates => ["R-109"];

    public override string NameForApps(string subject, string? userName) => userName ?? subject;
}
