using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>A session remembers only the applications at which the user gave a password.</summary>
internal sealed class ForgetsSilentSignIns : Conduct, IFault
{
    public static string Does => "A session remembers only the applications at which the user gave a password.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override Session Joined(Session session, Participant? app, bool silently) => silently ? session : base.Joined(session, app, silently);
}
