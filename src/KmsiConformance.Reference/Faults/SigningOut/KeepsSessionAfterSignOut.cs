using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>Sign-out deletes the cookie, but a copy of it still works.</summary>
internal sealed class KeepsSessionAfterSignOut : Conduct, IFault
{
    public static string Does => "Sign-out deletes the cookie, but a copy of it still works.";

    public static IReadOnlyList<string> Violates => ["R-087"];

    public override Session? AfterSignOut(Session session) => session;
}
