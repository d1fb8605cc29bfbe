using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class FollowsUnregisteredSignOutAddress : PostLogoutRedirectRules, IFault
{
    public static string Does => "Sign-out that demands a hint sends the browser anywhere, registered or not.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) => true;
}
