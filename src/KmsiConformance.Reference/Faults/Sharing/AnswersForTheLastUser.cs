using KmsiConformance.Policies;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>A silent sign-in names whoever signed in last, whosever session it is.</summary>
internal sealed class AnswersForTheLastUser : Conduct, IFault
{
    public static string Does => "A silent sign-in names whoever signed in last, whosever session it is.";

    public static IReadOnlyList<string> Violates => ["R-082"];

    public static IReadOnlyList<string> Profiles => [B2cProfile.December2020];

    public override SessionId? Recognise(SessionStore sessions, SessionKey key, string cookieValue) =>
        base.Recognise(sessions, key, cookieValue) is null ? null : sessions.Snapshot().MaxBy(known => known.Session.SignedInAt).Id;
}
