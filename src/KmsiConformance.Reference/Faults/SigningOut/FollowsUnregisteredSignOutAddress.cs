namespace KmsiConformance.Reference;

/// <summary>Sign-out that demands a hint sends the browser anywhere, registered or not.</summary>
internal sealed class FollowsUnregisteredSignOutAddress : Conduct, IFault
{
    public static string Does => "Sign-out that demands a hint sends the browser anywhere, registered or not.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) => true;
}
